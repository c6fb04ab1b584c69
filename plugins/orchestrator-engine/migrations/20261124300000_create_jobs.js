/**
 * The same done with many instances, and what became of each.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('jobs', table => {
    table.comment('Something done with many instances');
    table.string('id', 36).primary();
    table.string('action').notNullable();
    table.boolean('force').notNullable();
    table.text('reason').nullable();
    table.string('actor_kind').notNullable();
    table.string('actor').notNullable().comment('Who has asked for it');
    table.string('idempotency_key').nullable();
    table.string('status').notNullable();
    table.integer('total').notNullable();
    table.bigInteger('created_at').notNullable();
    table
      .bigInteger('ended_at')
      .nullable()
      .index('jobs_by_end')
      .comment('Since when each of its items has an outcome');
    table.index(['created_at', 'id'], 'jobs_by_time');
    table.index(['actor', 'created_at', 'id'], 'jobs_by_actor');
  });
  await knex.raw(
    'create index open_jobs on jobs (created_at) where ended_at is null',
  );
  await knex.schema.createTable('job_items', table => {
    table.comment('The instances of jobs, in the order in which they are due');
    table.string('job_id', 36).notNullable();
    table.integer('position').notNullable();
    table.string('instance_id').notNullable();
    table.string('outcome').notNullable();
    table
      .integer('since_seq')
      .nullable()
      .comment('How far the log of the instance had come before it was asked');
    table.bigInteger('asked_at').nullable();
    table.string('code').nullable();
    table.text('message').nullable();
    table.primary(['job_id', 'position']);
    table.index(['job_id', 'outcome', 'position'], 'job_items_by_outcome');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('job_items');
  await knex.schema.dropTable('jobs');
};
