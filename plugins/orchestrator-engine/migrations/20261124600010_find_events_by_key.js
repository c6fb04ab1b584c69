/**
 * By which keys events are found by those who begin to listen later, and indexes in the order in which listeners and signals are read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inbox_keys', table => {
    table.comment('By which keys events are found, as listeners are');
    table.string('match_key', 64).notNullable();
    table.bigInteger('received_at').notNullable();
    table.bigInteger('position').notNullable().comment('In the inbox');
    table.primary(['match_key', 'received_at', 'position']);
    table.index(['position'], 'inbox_keys_by_event');
  });
  await knex.schema.alterTable('await_shapes', table => {
    table
      .bigInteger('indexed_since')
      .comment('Events received from then on have a key of this shape');
  });
  await knex.schema.alterTable('awaits', table => {
    table.string('shape_id', 64).index('awaits_by_shape');
    table.dropIndex(['match_key', 'owner_id'], 'awaits_by_match');
  });
  await knex.schema.alterTable('awaits', table => {
    table.index(
      ['match_key', 'owner_id', 'effect_id', 'expectation'],
      'awaits_by_match',
    );
  });
  await knex.schema.alterTable('inbox', table => {
    table.dropIndex(['type', 'position'], 'inbox_by_type');
    table.dropIndex(['received_at'], 'inbox_by_time');
  });
  await knex.schema.alterTable('inbox', table => {
    table.index(['received_at', 'position'], 'inbox_by_time');
  });
  await replacePartialIndexes(knex, {
    awaits_behind: 'awaits (owner_id, effect_id, expectation)',
    signals_unannounced: 'signals (created_at, id)',
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await replacePartialIndexes(knex, {
    awaits_behind: 'awaits (owner_id)',
    signals_unannounced: 'signals (created_at)',
  });
  await knex.schema.alterTable('inbox', table => {
    table.dropIndex(['received_at', 'position'], 'inbox_by_time');
  });
  await knex.schema.alterTable('inbox', table => {
    table.index(['received_at'], 'inbox_by_time');
    table.index(['type', 'position'], 'inbox_by_type');
  });
  await knex.schema.alterTable('awaits', table => {
    table.dropIndex(
      ['match_key', 'owner_id', 'effect_id', 'expectation'],
      'awaits_by_match',
    );
    table.dropIndex(['shape_id'], 'awaits_by_shape');
  });
  await knex.schema.alterTable('awaits', table => {
    table.dropColumn('shape_id');
    table.index(['match_key', 'owner_id'], 'awaits_by_match');
  });
  await knex.schema.alterTable('await_shapes', table => {
    table.dropColumn('indexed_since');
  });
  await knex.schema.dropTable('inbox_keys');
};

/**
 * Of what is still to be done.
 *
 * @param {import('knex').Knex} knex
 * @param {{ awaits_behind: string, signals_unannounced: string }} columns
 */
async function replacePartialIndexes(knex, columns) {
  await knex.raw('drop index awaits_behind');
  await knex.raw('drop index signals_unannounced');
  await knex.raw(
    `create index awaits_behind on ${columns.awaits_behind} where not is_caught_up`,
  );
  await knex.raw(
    `create index signals_unannounced on ${columns.signals_unannounced} where not is_announced`,
  );
}
