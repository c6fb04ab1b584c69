// @ts-check

/**
 * `requests`: one row per request, inserted on arrival; `status` is null until the answer is about to be sent.
 * `ledger`: what was posted to each account, oldest first.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('requests', table => {
    table.increments('id');
    table.string('time', 24).notNullable();
    table.string('method', 16).notNullable();
    table.string('path', 2048).notNullable().index();
    table.string('idempotency_key', 512).nullable().index();
    table.integer('status').nullable();
  });
  await knex.schema.createTable('ledger', table => {
    table.increments('id');
    table.string('account', 255).notNullable().index();
    table.text('entry').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ledger');
  await knex.schema.dropTable('requests');
};
