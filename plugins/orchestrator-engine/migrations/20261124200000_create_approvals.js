/**
 * What people are asked, whom, and what they have decided.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('approvals', table => {
    table.comment('What tasks ask people');
    table.string('id', 64).primary();
    table.string('instance_id').notNullable();
    table.text('effect_id').notNullable();
    table.text('task_key').notNullable();
    table.string('workflow_id').notNullable();
    table.string('workflow_version').notNullable();
    table.string('initiator');
    table.string('target_entity');
    table.string('status', 16).notNullable();
    table.text('title').notNullable();
    table.text('approvers').notNullable().comment('JSON list of entity refs');
    table.text('request').notNullable().comment('JSON: rules, text and form');
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('due_at');
    table.bigInteger('closed_at');
    table.string('decision').comment('The one that counts');
    table.index(['instance_id', 'effect_id'], 'approvals_by_instance');
    table.index(['requested_at', 'id'], 'approvals_by_time');
    table.index(['status', 'requested_at', 'id'], 'approvals_by_status');
    table.index(
      ['workflow_id', 'status', 'requested_at', 'id'],
      'approvals_by_workflow',
    );
    table.index(
      ['target_entity', 'status', 'requested_at', 'id'],
      'approvals_by_entity',
    );
    table.index(
      ['initiator', 'status', 'requested_at', 'id'],
      'approvals_by_initiator',
    );
  });

  await knex.schema.createTable('approval_approvers', table => {
    table.comment('Who may decide what');
    table.string('approver').notNullable().comment('Entity ref');
    table.string('approval_id', 64).notNullable();
    table.string('instance_id').notNullable();
    table.string('status', 16).notNullable().comment('As of the approval');
    table.bigInteger('requested_at').notNullable();
    table.primary(['approval_id', 'approver']);
    table.index(
      ['approver', 'status', 'requested_at', 'approval_id'],
      'approvals_by_approver',
    );
    table.index(['instance_id'], 'approvers_by_instance');
  });

  await knex.schema.createTable('approval_votes', table => {
    table.comment('Who has decided what');
    table.string('approval_id', 64).notNullable();
    table.string('voter').notNullable().comment('Entity ref');
    table.string('instance_id').notNullable();
    table.integer('number').notNullable().comment('Their order, from 1');
    table.string('decision').notNullable();
    table.text('comment');
    table.text('data').comment('JSON');
    table.bigInteger('voted_at').notNullable();
    table.primary(['approval_id', 'voter']);
    table.index(['instance_id'], 'votes_by_instance');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['approval_votes', 'approval_approvers', 'approvals']) {
    await knex.schema.dropTable(table);
  }
};
