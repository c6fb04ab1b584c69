/**
 * When workflows start by themselves, and which process looks after what only one may do.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('schedules', table => {
    table.comment('Schedules of the definitions that workflows have now');
    table.string('id').primary().comment('<workflow id>:<kind>');
    table.string('workflow_id').notNullable().index('schedules_by_workflow');
    table.string('kind', 8).notNullable().comment('every, cron, after or on');
    table.text('spec').notNullable().comment('What was read, as JSON text');
    table.bigInteger('anchor_at').notNullable().comment('First seen');
    table.bigInteger('next_at').comment('When it is due');
    table.text('pending').comment('Claimed occurrences not yet started: JSON');
    table.bigInteger('last_at').comment('The last occurrence');
    table.string('last_instance_id');
    table.boolean('is_paused').notNullable();
    table.index(['next_at'], 'schedules_due');
  });

  await knex.schema.createTable('schedule_events', table => {
    table.comment('Events that schedules have not yet made use of');
    table.string('schedule_id').notNullable();
    table.bigInteger('position').notNullable().comment('In the inbox');
    table.text('event').notNullable();
    table.primary(['schedule_id', 'position']);
  });

  await knex.schema.createTable('duties', table => {
    table.comment('Work that one process at a time does for all');
    table.string('name').primary();
    table.string('holder').notNullable();
    table
      .bigInteger('held_until')
      .notNullable()
      .comment('By the clock of the database');
    table.text('state').comment('How far the work has got');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['duties', 'schedule_events', 'schedules']) {
    await knex.schema.dropTable(table);
  }
};
