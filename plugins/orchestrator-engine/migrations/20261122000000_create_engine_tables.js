/**
 * The engine's tables. Times are milliseconds since the epoch; values are JSON text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('definitions', table => {
    table.comment('Every text of a workflow that was ever loaded, by content');
    table.string('workflow_id').notNullable();
    table.string('hash', 64).notNullable().comment('SHA-256 of the text');
    table.string('namespace').notNullable();
    table.string('name').notNullable();
    table.string('version').notNullable();
    table.text('title');
    table.text('description');
    table.string('format', 4).notNullable().comment('yaml or json');
    table.text('source_text').notNullable();
    table.boolean('is_valid').notNullable();
    table.text('problems').notNullable();
    table.bigInteger('loaded_at').notNullable();
    table.primary(['workflow_id', 'hash']);
  });

  await knex.schema.createTable('workflows', table => {
    table.comment('Which definition each workflow has now');
    table.string('id').primary();
    table.string('hash', 64).notNullable();
    table.string('source').notNullable().comment('Where the text comes from');
    table.bigInteger('updated_at').notNullable();
  });

  await knex.schema.createTable('workers', table => {
    table.comment('Backend processes that run instances; one lease each');
    table.string('id').primary();
    table.boolean('is_alive').notNullable();
    table
      .bigInteger('lease_until')
      .notNullable()
      .comment('By the clock of the database');
  });

  await knex.schema.createTable('instances', table => {
    table.comment('The present state of each instance: a cache of its log');
    table.string('id').primary();
    table.string('workflow_id').notNullable();
    table.string('workflow_version').notNullable();
    table.string('definition_hash', 64).notNullable();
    table.integer('behaviour_version').notNullable();
    table.string('epoch', 16).notNullable();
    table.integer('seq').notNullable().comment('Of the last entry of its log');
    table.string('status', 16).notNullable();
    table.text('because');
    table.text('input').notNullable();
    table.text('output');
    table.text('error');
    table.string('initiator');
    table.string('target_entity');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('started_at');
    table.bigInteger('ended_at');
    table.string('owner').comment('The worker that runs it');
    table.bigInteger('wake_at').comment('When a worker is to take it up');
    table
      .integer('open_signals')
      .notNullable()
      .comment('How many signals it has not yet taken up');
    table.string('idempotency_key');
    table.string('request_hash', 64);

    table.index(['owner', 'wake_at'], 'instances_due');
    table.index(['created_at', 'id'], 'instances_by_time');
    table.index(['workflow_id', 'created_at'], 'instances_by_workflow');
    table.index(['status', 'created_at'], 'instances_by_status');
    table.index(['initiator', 'created_at'], 'instances_by_initiator');
    table.index(['target_entity', 'created_at'], 'instances_by_entity');
    table.unique(['initiator', 'idempotency_key'], {
      indexName: 'instances_idempotency',
    });
  });

  await knex.schema.createTable('log', table => {
    table.comment('The event log of each instance: append-only and gap-free');
    table.string('instance_id').notNullable();
    table.integer('seq').notNullable();
    table.string('type', 40).notNullable();
    table.text('task_key');
    table.bigInteger('time').notNullable();
    table.text('actor');
    table.text('data').notNullable();
    table.primary(['instance_id', 'seq']);
  });

  await knex.schema.createTable('payloads', table => {
    table.comment('Values too large for an entry, once each per instance');
    table.string('instance_id').notNullable();
    table.string('sha256', 64).notNullable();
    table.text('value').notNullable();
    table.primary(['instance_id', 'sha256']);
  });

  await knex.schema.createTable('signals', table => {
    table.comment('What an instance has been told and has not yet taken up');
    table.string('id').primary();
    table.string('instance_id').notNullable().index('signals_by_instance');
    table.string('kind', 16).notNullable();
    table.text('actor').notNullable();
    table.bigInteger('created_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'signals',
    'payloads',
    'log',
    'instances',
    'workers',
    'workflows',
    'definitions',
  ]) {
    await knex.schema.dropTable(table);
  }
};
