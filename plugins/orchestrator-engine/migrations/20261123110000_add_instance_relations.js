/**
 * What an instance has to do with others, and by what people find it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('instances', table => {
    table.string('parent_instance_id').comment('The instance that started it');
    table.text('parent_effect_id');
    table
      .boolean('is_awaited')
      .notNullable()
      .defaultTo(false)
      .comment('Whether its parent waits for its end');
    table.string('rerun_of').comment('The instance that it is another run of');
    table.string('business_key');
    table.text('labels').comment('JSON object; for filters: instance_labels');
    table.string('test_session').comment('Set: a test, left out of statistics');
  });
  for (const column of [
    'parent_instance_id',
    'rerun_of',
    'business_key',
    'test_session',
  ]) {
    await knex.raw(
      `create index instances_by_${column} on instances (${column}, created_at) where ${column} is not null`,
    );
  }
  await knex.schema.createTable('instance_labels', table => {
    table.comment('Labels of instances, for filters');
    table.string('instance_id').notNullable();
    table.string('name', 63).notNullable();
    table.string('value').notNullable();
    table.primary(['instance_id', 'name']);
    table.index(['name', 'value', 'instance_id'], 'instance_labels_by_value');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('instance_labels');
  for (const column of [
    'parent_instance_id',
    'rerun_of',
    'business_key',
    'test_session',
  ]) {
    await knex.raw(`drop index instances_by_${column}`);
  }
  await knex.schema.alterTable('instances', table => {
    table.dropColumns(
      'parent_instance_id',
      'parent_effect_id',
      'is_awaited',
      'rerun_of',
      'business_key',
      'labels',
      'test_session',
    );
  });
};
