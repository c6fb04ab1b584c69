import type { Knex } from 'knex';
import type { JobItemRow, JobRow } from '../tables';

/** Ends a job that has no item without an outcome, by one statement. By the primary key of `jobs` and `job_items_by_outcome`. */
export async function endJob(
  knex: Knex,
  jobId: string,
  now: number,
): Promise<boolean> {
  const open = knex<JobItemRow>('job_items')
    .select(knex.raw('1'))
    .where({ job_id: jobId })
    .whereIn('outcome', ['pending', 'begun', 'asked']);
  const count = await knex<JobRow>('jobs')
    .where({ id: jobId })
    .whereNull('ended_at')
    .whereNotExists(open)
    .update({
      ended_at: now,
      status: knex.raw(
        "case when status = 'cancelled' then status else 'completed' end",
      ) as unknown as JobRow['status'],
    });
  return count > 0;
}
