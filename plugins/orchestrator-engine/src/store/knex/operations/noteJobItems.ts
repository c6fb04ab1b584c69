import type { Knex } from 'knex';
import type { ItemResult } from '../../JobStore';
import type { JobItemRow } from '../tables';

/** Notes what has become of items, in one transaction, each by its primary key. What has its outcome keeps it (J2). */
export async function noteJobItems(
  knex: Knex,
  jobId: string,
  results: readonly ItemResult[],
): Promise<void> {
  if (results.length === 0) return;
  await knex.transaction(async tx => {
    for (const { position, outcome, askedAt, code, message } of results) {
      await tx<JobItemRow>('job_items')
        .where({ job_id: jobId, position })
        .whereIn('outcome', ['begun', 'asked'])
        .update({
          outcome,
          ...(askedAt !== undefined && { asked_at: askedAt }),
          code: code ?? null,
          message: message ?? null,
        });
    }
  });
}
