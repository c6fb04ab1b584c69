/**
 * What a signal says besides its kind, as JSON text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('signals', table => {
    table.text('data').notNullable().defaultTo('{}');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('signals', table => {
    table.dropColumn('data');
  });
};
