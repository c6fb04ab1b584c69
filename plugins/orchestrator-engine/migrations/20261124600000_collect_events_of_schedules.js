/**
 * Which events a schedule has kept for the set that it collects, and what has become of the times at which schedules were due.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('schedule_events', table => {
    table
      .boolean('is_taken')
      .notNullable()
      .defaultTo(false)
      .comment('Whether it belongs to the set that is being collected');
  });
  await knex.schema.createTable('schedule_occurrences', table => {
    table.comment('What has become of the times at which schedules were due');
    table.string('schedule_id').notNullable();
    table.string('name').notNullable().comment('Of a time, or of an event');
    table.bigInteger('due_at').comment('None: events have brought it about');
    table.bigInteger('at').notNullable().comment('When it was looked at');
    table.string('instance_id').comment('What was started');
    table.text('skipped').comment('Why nothing was started');
    table.primary(['schedule_id', 'name']);
    table.index(['schedule_id', 'at', 'name'], 'occurrences_of_schedule');
    table.index(['at'], 'occurrences_by_time');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('schedule_occurrences');
  await knex.schema.alterTable('schedule_events', table => {
    table.dropColumn('is_taken');
  });
};
