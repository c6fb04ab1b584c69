/**
 * Where a replay of an instance begins, and how far back its log goes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('instances', table => {
    table
      .integer('checkpoint_seq')
      .comment('Entry at which a replay begins; null: at the first one');
    table
      .integer('first_seq')
      .notNullable()
      .defaultTo(1)
      .comment('Oldest entry of the log; those before it were deleted');
  });
  await knex.schema.createTable('log_bases', table => {
    table.comment('What deleted entries have told');
    table.string('instance_id').primary();
    table.integer('seq').notNullable().comment('Of the last of them');
    table.text('state').notNullable().comment('JSON: what folding them gives');
    table
      .text('taken_events')
      .notNullable()
      .comment('JSON list of source and id of events that tasks have taken');
  });
  await knex.raw(
    'create index instances_with_checkpoint on instances (id) where checkpoint_seq is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index instances_with_checkpoint');
  await knex.schema.dropTable('log_bases');
  await knex.schema.alterTable('instances', table => {
    table.dropColumn('first_seq');
    table.dropColumn('checkpoint_seq');
  });
};
