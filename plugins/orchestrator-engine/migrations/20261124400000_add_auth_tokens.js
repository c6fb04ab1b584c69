/**
 * Tokens that callers hand to instances: encrypted while the instance goes on, `dropped` from when it has ended.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('instances', table => {
    table.text('auth_tokens');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('instances', table => {
    table.dropColumn('auth_tokens');
  });
};
