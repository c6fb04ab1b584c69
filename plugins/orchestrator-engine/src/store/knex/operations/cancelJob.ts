import type { Knex } from 'knex';
import type { JobItemRow, JobRow } from '../tables';

/** Cancels a job that goes on or is paused, and skips what it has not begun, in one transaction. `false`: it has ended or is being cancelled. */
export async function cancelJob(
  knex: Knex,
  jobId: string,
  message: string,
): Promise<boolean> {
  return knex.transaction(async tx => {
    const count = await tx<JobRow>('jobs')
      .where({ id: jobId })
      .whereIn('status', ['running', 'paused'])
      .update({ status: 'cancelled' });
    if (count === 0) return false;
    await tx<JobItemRow>('job_items')
      .where({ job_id: jobId, outcome: 'pending' })
      .update({ outcome: 'skipped', message });
    return true;
  });
}
