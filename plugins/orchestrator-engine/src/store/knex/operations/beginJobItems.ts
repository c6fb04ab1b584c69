import type { Knex } from 'knex';
import type { InstanceRow, JobItemRow } from '../tables';

/** Marks the next items of a job as begun, by one statement, and notes how far the logs of their instances have come. By `job_items_by_outcome`. */
export async function beginJobItems(
  knex: Knex,
  jobId: string,
  limit: number,
): Promise<void> {
  const next = knex<JobItemRow>('job_items')
    .select('position')
    .where({ job_id: jobId, outcome: 'pending' })
    .orderBy('position')
    .limit(limit);
  const seq = knex<InstanceRow>('instances')
    .select('seq')
    .whereRaw('instances.id = job_items.instance_id');
  await knex<JobItemRow>('job_items')
    .where({ job_id: jobId, outcome: 'pending' })
    .whereIn('position', next)
    .update({ outcome: 'begun', since_seq: seq as unknown as number });
}
