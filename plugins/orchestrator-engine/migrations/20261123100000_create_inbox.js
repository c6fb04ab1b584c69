/**
 * Events that have come, and who waits for which.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inbox', table => {
    table.comment('Events that have come, once each');
    table.bigIncrements('position').comment('The order in which they count');
    table.text('source').notNullable();
    table.text('event_id').notNullable();
    table.string('target').notNullable().comment('The instance, or none: all');
    table.text('type').notNullable();
    table.text('event').notNullable();
    table.bigInteger('received_at').notNullable();
    table.boolean('is_routed').notNullable();
    table.unique(['source', 'event_id', 'target'], {
      indexName: 'inbox_once',
    });
    table.index(['type', 'position'], 'inbox_by_type');
    table.index(['received_at'], 'inbox_by_time');
  });
  await knex.raw(
    'create index inbox_unrouted on inbox (position) where not is_routed',
  );

  await knex.schema.createTable('await_shapes', table => {
    table.comment('What of events decides who is looked for; few');
    table.string('id', 64).primary().comment('SHA-256 of the shape');
    table.text('shape').notNullable();
  });

  await knex.schema.createTable('awaits', table => {
    table.comment('What waiting tasks and schedules listen for');
    table.string('owner_id').notNullable().comment('Instance or schedule');
    table.text('effect_id').notNullable();
    table.integer('expectation').notNullable();
    table.string('match_key', 64).notNullable();
    table.text('expects').notNullable();
    table.text('task_key').notNullable();
    table
      .bigInteger('since')
      .notNullable()
      .comment('Events that came earlier do not count');
    table
      .boolean('is_caught_up')
      .notNullable()
      .comment('Whether the events that came before it were looked through');
    table.primary(['owner_id', 'effect_id', 'expectation']);
    table.index(['match_key', 'owner_id'], 'awaits_by_match');
  });
  await knex.raw(
    'create index awaits_behind on awaits (owner_id) where not is_caught_up',
  );

  await knex.schema.alterTable('signals', table => {
    table
      .boolean('is_announced')
      .notNullable()
      .defaultTo(true)
      .comment('Whether its instance has been made due');
  });
  await knex.raw(
    'create index signals_unannounced on signals (created_at) where not is_announced',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index signals_unannounced');
  await knex.schema.alterTable('signals', table => {
    table.dropColumn('is_announced');
  });
  for (const table of ['awaits', 'await_shapes', 'inbox']) {
    await knex.schema.dropTable(table);
  }
};
