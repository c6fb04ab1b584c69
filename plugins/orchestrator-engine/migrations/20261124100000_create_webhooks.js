/**
 * Addresses that events are sent to, what is to be sent and was sent there, and how each attempt went.
 *
 * Deliveries of a webhook that is deleted stay until they are old: whoever adds or sends them needs no lock on their webhook.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('webhooks', table => {
    table.comment('Addresses that events are sent to');
    table.string('id').primary();
    table.text('url').notNullable();
    table.text('events').notNullable().comment('JSON list: which types');
    table.text('workflow_ids').notNullable().comment('JSON list; empty: all');
    table.boolean('is_enabled').notNullable();
    table.text('disabled_because').comment('When it was not a person');
    table
      .text('since')
      .notNullable()
      .comment('Where the feed ended when it began, or began again');
    table.bigInteger('failing_since').comment('No attempt went well since');
    table.text('secret').notNullable();
    table.text('previous_secret');
    table.bigInteger('previous_until').comment('Until when both sign');
    table.bigInteger('created_at').notNullable();
    table.text('created_by').notNullable();
  });

  await knex.schema.createTable('webhook_deliveries', table => {
    table.comment('One event for one webhook');
    table.string('id').primary();
    table.string('webhook_id').notNullable();
    table.text('event_id').notNullable();
    table.text('event_type').notNullable();
    table.string('instance_id');
    table.text('body').notNullable().comment('As it is sent');
    table.string('status', 20).notNullable();
    table.integer('tries').notNullable().comment('Of the schedule, used up');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('next_at').comment('When it is due; none: never again');
    table.string('held_by').comment('Who sends it right now');
    table
      .bigInteger('held_until')
      .notNullable()
      .comment("By the database's clock");
    table.index(['webhook_id', 'created_at', 'id'], 'deliveries_by_webhook');
    table.index(['created_at'], 'deliveries_by_time');
  });
  await knex.raw(
    "create index deliveries_due on webhook_deliveries (webhook_id, next_at) where status = 'pending'",
  );
  await knex.raw(
    'create index deliveries_held on webhook_deliveries (webhook_id) where held_by is not null',
  );

  await knex.schema.createTable('webhook_attempts', table => {
    table.comment('How each attempt to deliver went');
    table.string('delivery_id').notNullable();
    table.integer('number').notNullable().comment('From 1');
    table.bigInteger('time').notNullable();
    table.integer('duration_ms').notNullable();
    table.integer('status').comment('Of the answer');
    table.text('answer').comment('How it begins');
    table.text('error').comment('Why there was none');
    table.primary(['delivery_id', 'number']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['webhook_attempts', 'webhook_deliveries', 'webhooks']) {
    await knex.schema.dropTable(table);
  }
};
