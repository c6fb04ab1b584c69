import type { Knex } from 'knex';
import type { Accepted, Append, NewInstance } from '../../InstanceStore';
import { stepRow } from '../rows';
import type { InstanceRow, StepRow } from '../tables';
import { currentVersion } from './currentVersion';

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
 * that was accepted under its idempotency key. One that presumes what is not so stands for none.
 *
 * By the primary key of `instances` and by `instances_idempotency`.
 */
export async function findAccepted(
  knex: Knex,
  instance: NewInstance,
): Promise<Accepted> {
  const { id, onlyIfCurrent = false } = instance;
  const itself = await knex<InstanceRow>('instances')
    .select('id')
    .where({ id })
    .first();
  if (itself) return { kind: 'known', id };
  if (onlyIfCurrent && !(await isCurrent(knex, instance))) return OUTDATED;
  const known = await findUnderKey(knex, instance);
  // What was presumed may not have been so then, and be so again.
  if (!known) return onlyIfCurrent ? OUTDATED : { kind: 'conflict' };
  return known.request_hash === instance.idempotency?.requestHash
    ? { kind: 'known', id: known.id }
    : { kind: 'conflict' };
}

const OUTDATED: Accepted = { kind: 'outdated' };

async function isCurrent(
  knex: Knex,
  { workflowId, definitionHash }: NewInstance,
): Promise<boolean> {
  const current = await currentVersion(knex, workflowId);
  return (
    current?.hash === definitionHash && current.isValid && current.isEnabled
  );
}

async function findUnderKey(
  knex: Knex,
  { initiator, idempotency }: NewInstance,
): Promise<Pick<InstanceRow, 'id' | 'request_hash'> | undefined> {
  if (!idempotency) return undefined;
  return knex<InstanceRow>('instances')
    .select('id', 'request_hash')
    .whereRaw("coalesce(initiator, '') = ?", [initiator ?? ''])
    .where({ idempotency_key: idempotency.key })
    .first();
}
