/**
 * By what workflows are found, and what people have set for them in place of what their definitions say.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflows', table => {
    table.text('title').notNullable().defaultTo('').comment('Or the name');
    table.string('owner').comment('Entity ref').index('workflows_by_owner');
    table.text('tags').notNullable().defaultTo('[]').comment('JSON list');
  });
  await knex('workflows').update({
    title: knex
      .select(knex.raw('coalesce(title, name)'))
      .from('definitions')
      .whereRaw('definitions.workflow_id = workflows.id')
      .whereRaw('definitions.hash = workflows.hash'),
  });
  await knex.schema.createTable('workflow_settings', table => {
    table.comment(
      'Outlives the definition: what a source gives again is as it was',
    );
    table.string('workflow_id').primary();
    table.text('title').comment('In place of that of the definition');
    table
      .text('tags')
      .comment('JSON list, in place of those of the definition');
    table.boolean('is_enabled').notNullable();
  });
  await knex.schema.createTable('workflow_tags', table => {
    table.comment('Tags of workflows as they are shown, for filters');
    table.string('tag').notNullable();
    table.string('workflow_id').notNullable().index('tags_by_workflow');
    table.primary(['tag', 'workflow_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('workflow_tags');
  await knex.schema.dropTable('workflow_settings');
  await knex.schema.alterTable('workflows', table => {
    table.dropIndex('owner', 'workflows_by_owner');
  });
  await knex.schema.alterTable('workflows', table => {
    table.dropColumns('title', 'owner', 'tags');
  });
};
