/**
 * What tasks that were tried out alone were given and gave, so that the next one can be tried with it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('trials', table => {
    table.comment(
      'The latest trial of each task in each session of each person',
    );
    table.string('actor').notNullable();
    table.string('session_id').notNullable();
    table.string('workflow_id').notNullable();
    table.string('task_ref', 1000).notNullable();
    table.text('input').notNullable();
    table.text('output');
    table.bigInteger('created_at').notNullable().index('trials_by_time');
    table.primary(['actor', 'session_id', 'workflow_id', 'task_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('trials');
};
