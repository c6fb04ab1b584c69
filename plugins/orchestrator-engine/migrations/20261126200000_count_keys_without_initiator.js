/**
 * Lets an idempotency key count once also for instances that nobody in particular has started: the database takes no two of its
 * nulls for the same.
 *
 * Of several that were accepted under one key the first keeps it; the others go on without.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    update instances set idempotency_key = null, request_hash = null
    where idempotency_key is not null and initiator is null and exists (
      select 1 from instances as earlier
      where earlier.initiator is null
        and earlier.idempotency_key = instances.idempotency_key
        and (earlier.created_at < instances.created_at
          or (earlier.created_at = instances.created_at and earlier.id < instances.id))
    )`);
  await knex.raw('drop index instances_idempotency');
  await knex.raw(
    "create unique index instances_idempotency on instances (coalesce(initiator, ''), idempotency_key) where idempotency_key is not null",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index instances_idempotency');
  await knex.raw(
    'create unique index instances_idempotency on instances (initiator, idempotency_key) where idempotency_key is not null',
  );
};
