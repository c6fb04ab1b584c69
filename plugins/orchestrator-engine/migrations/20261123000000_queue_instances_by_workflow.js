/**
 * Lets workers claim what is due fairly: by priority, then in turn from every workflow. What nobody can claim, and columns that are
 * mostly empty, cost no index entries any more.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('instances', table => {
    table
      .integer('priority')
      .notNullable()
      .defaultTo(0)
      .comment('What has a higher one is claimed first');
    table.dropIndex([], 'instances_due');
    table.dropIndex([], 'instances_by_initiator');
    table.dropIndex([], 'instances_by_entity');
    table.dropUnique([], 'instances_idempotency');
  });
  await knex.raw(
    'create index instances_due on instances (priority desc, workflow_id, wake_at) where owner is null and wake_at is not null',
  );
  await knex.raw(
    'create index instances_owned on instances (owner) where owner is not null',
  );
  await knex.raw(
    'create index instances_by_initiator on instances (initiator, created_at) where initiator is not null',
  );
  await knex.raw(
    'create index instances_by_entity on instances (target_entity, created_at) where target_entity is not null',
  );
  await knex.raw(
    'create unique index instances_idempotency on instances (initiator, idempotency_key) where idempotency_key is not null',
  );
  if (isPostgres(knex)) {
    // Room on each page for the next states of its rows: an update that touches no index then costs no index entries.
    await knex.raw('alter table instances set (fillfactor = 60)');
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('alter table instances reset (fillfactor)');
  }
  for (const index of [
    'instances_due',
    'instances_owned',
    'instances_by_initiator',
    'instances_by_entity',
    'instances_idempotency',
  ]) {
    await knex.raw('drop index ??', [index]);
  }
  await knex.schema.alterTable('instances', table => {
    table.dropColumn('priority');
  });
  await knex.schema.alterTable('instances', table => {
    table.index(['owner', 'wake_at'], 'instances_due');
    table.index(['initiator', 'created_at'], 'instances_by_initiator');
    table.index(['target_entity', 'created_at'], 'instances_by_entity');
    table.unique(['initiator', 'idempotency_key'], {
      indexName: 'instances_idempotency',
    });
  });
};

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.dialect === 'postgresql';
}
