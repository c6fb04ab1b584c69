/**
 * Which requests have been made under which key, and how often in a row an instance could not be interpreted.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('idempotency_keys', table => {
    table.comment('Requests that count once, for a day');
    table.string('actor').notNullable();
    table.string('key').notNullable();
    table.string('request_hash', 64).notNullable();
    table.bigInteger('created_at').notNullable().index('keys_by_time');
    table.primary(['actor', 'key']);
  });
  await knex.schema.alterTable('instances', table => {
    table.integer('faults').notNullable().defaultTo(0);
  });
  await knex.raw(
    'create index instances_with_key on instances (created_at) where idempotency_key is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index instances_with_key');
  await knex.schema.alterTable('instances', table => {
    table.dropColumn('faults');
  });
  await knex.schema.dropTable('idempotency_keys');
};
