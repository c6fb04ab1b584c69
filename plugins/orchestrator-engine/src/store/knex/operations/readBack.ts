import type { Knex } from 'knex';
import type { Accepted, Append, NewInstance } from '../../InstanceStore';
import { stepRow } from '../rows';
import type { InstanceRow, StepRow } from '../tables';

/**
 * Whether a step stands in the log that this commit has not written: an earlier try had, although its answer did not come. One
 * without entries that gives the instance up has done all that it can do.
 *
 * By the primary key of `steps`; they never change, so no lock is needed.
 */
export async function isInLog(
  knex: Knex,
  { instanceId, entries, release }: Append,
): Promise<boolean> {
  if (entries.length === 0) return release;
  const expected = stepRow(instanceId, entries);
  const found = await knex<StepRow>('steps')
    .where({ instance_id: instanceId, last_seq: expected.last_seq })
    .first();
  return found?.entries === expected.entries;
}

/**
 * Which instance stands for one that could not be inserted: itself, from an earlier try whose answer did not come, or the one
 * that was accepted under its idempotency key.
 *
 * By the primary key of `instances` and by `instances_idempotency`.
 */
export async function findAccepted(
  knex: Knex,
  { id, initiator, idempotency }: NewInstance,
): Promise<Accepted> {
  const itself = await knex<InstanceRow>('instances')
    .select('id')
    .where({ id })
    .first();
  if (itself) return { kind: 'known', id };
  if (!idempotency) return { kind: 'conflict' };
  const known = await knex<InstanceRow>('instances')
    .select('id', 'request_hash')
    .whereRaw("coalesce(initiator, '') = ?", [initiator ?? ''])
    .where({ idempotency_key: idempotency.key })
    .first();
  return known && known.request_hash === idempotency.requestHash
    ? { kind: 'known', id: known.id }
    : { kind: 'conflict' };
}
