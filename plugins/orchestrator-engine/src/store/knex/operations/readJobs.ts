import type { Knex } from 'knex';
import type { CountedJob, JobFigures, JobOutcome } from '../../JobStore';
import { jobOf } from '../rows';
import type { JobRow } from '../tables';

/** Outcomes that count as each figure. */
const counted: { readonly [F in keyof JobFigures]: readonly JobOutcome[] } = {
  pending: ['pending', 'begun', 'asked'],
  succeeded: ['succeeded'],
  skipped: ['skipped'],
  failed: ['failed'],
};

/** Reads jobs with their figures, which are counted in `job_items_by_outcome`. @param choose - which jobs, and in which order */
export async function readJobs(
  knex: Knex,
  choose: (jobs: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<readonly CountedJob[]> {
  const figures = Object.entries(counted).map(([name, outcomes]) =>
    knex('job_items')
      .count('*')
      .whereRaw('job_items.job_id = jobs.id')
      .whereIn('outcome', outcomes)
      .as(name),
  );
  const rows: (JobRow & JobFigures)[] = await choose(
    knex('jobs').select('jobs.*', ...figures),
  );
  return rows.map(row => ({
    ...jobOf(row),
    pending: Number(row.pending),
    succeeded: Number(row.succeeded),
    skipped: Number(row.skipped),
    failed: Number(row.failed),
  }));
}
