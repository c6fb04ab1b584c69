/**
 * In which span instances were started, so that what they call belongs to the same trace.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('instances', table => {
    table.string('traceparent', 55).comment('As W3C Trace Context has it');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('instances', table => {
    table.dropColumn('traceparent');
  });
};
