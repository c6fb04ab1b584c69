import type { Knex } from 'knex';
import type { JobAccepted, NewJob } from '../../JobStore';
import { applyInstanceFilter } from '../instanceFilter';
import type { InstanceRow, JobItemRow, JobRow } from '../tables';
import { useKey } from './idempotencyKeys';
import { readJobs } from './readJobs';

/**
 * Creates a job with an item for each instance that its filter finds, newest first, once under one key.
 *
 * One transaction; the items are one `insert … select`. Tests are never among them.
 */
export async function createJob(
  knex: Knex,
  job: NewJob,
  maxItems: number,
): Promise<JobAccepted> {
  try {
    return await knex.transaction(tx => create(tx, job, maxItems));
  } catch (error) {
    if (error instanceof TooMany) return { kind: 'tooMany' };
    throw error;
  }
}

/** Takes back what its transaction has done. */
class TooMany extends Error {}

/** @throws TooMany */
async function create(
  tx: Knex.Transaction,
  job: NewJob,
  maxItems: number,
): Promise<JobAccepted> {
  const { actor, createdAt: now, idempotency } = job;
  const by = { actor: actor.ref, now };
  const use = idempotency ? await useKey(tx, idempotency, by) : 'new';
  if (use === 'conflict') return { kind: 'conflict' };
  if (use === 'known') return known(tx, job);
  const total = await insertItems(tx, job, maxItems + 1);
  if (total > maxItems) throw new TooMany();
  await tx<JobRow>('jobs').insert(rowOf(job, total));
  const [created] = await readJobs(tx, jobs => jobs.where({ id: job.id }));
  return { kind: 'created', job: created };
}

/** The job that was created under the same key. */
async function known(
  tx: Knex.Transaction,
  { actor, idempotency }: NewJob,
): Promise<JobAccepted> {
  const key = { actor: actor.ref, idempotency_key: idempotency?.key ?? null };
  const [latest] = await readJobs(tx, jobs =>
    jobs.where(key).orderBy('created_at', 'desc').limit(1),
  );
  return latest ? { kind: 'known', job: latest } : { kind: 'conflict' };
}

async function insertItems(
  tx: Knex.Transaction,
  { id, filter }: NewJob,
  limit: number,
): Promise<number> {
  const instances = tx<InstanceRow>('instances').whereNull('test_session');
  const found = applyInstanceFilter(tx, instances, filter)
    .select(
      tx.raw('?', [id]),
      tx.raw('row_number() over (order by created_at desc, id desc)'),
      'instances.id',
      tx.raw('?', ['pending']),
    )
    .orderByRaw('created_at desc, id desc')
    .limit(limit);
  await tx.raw(
    'insert into job_items (job_id, position, instance_id, outcome) select * from ? as found',
    [found],
  );
  const [{ total }] = await tx<JobItemRow>('job_items')
    .where({ job_id: id })
    .count({ total: '*' });
  return Number(total);
}

function rowOf(
  { id, action, force, actor, idempotency, isPaused, createdAt }: NewJob,
  total: number,
): JobRow {
  return {
    id,
    action,
    force,
    reason: actor.reason ?? null,
    actor_kind: actor.kind,
    actor: actor.ref,
    idempotency_key: idempotency?.key ?? null,
    status: isPaused ? 'paused' : 'running',
    total,
    created_at: createdAt,
    ended_at: null,
  };
}
