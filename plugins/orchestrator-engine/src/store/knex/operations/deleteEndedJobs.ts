import type { Knex } from 'knex';
import type { OldBatch } from '../../HousekeepingStore';
import type { JobItemRow, JobRow } from '../tables';

/** Deletes jobs that ended before a time, those first that did so first, with their items, in one transaction. By `jobs_by_end`. */
export async function deleteEndedJobs(
  knex: Knex,
  { before, limit }: OldBatch,
): Promise<number> {
  return knex.transaction(async (tx): Promise<number> => {
    const rows = await tx<JobRow>('jobs')
      .select('id')
      .where('ended_at', '<', before)
      .orderBy('ended_at')
      .limit(limit);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx<JobItemRow>('job_items').whereIn('job_id', ids).delete();
    const deleted = await tx<JobRow>('jobs').whereIn('id', ids).delete();
    return deleted;
  });
}
