import type { Knex } from 'knex';
import type {
  AskedItem,
  CountedJob,
  ItemResult,
  Job,
  JobAccepted,
  JobItem,
  JobOutcome,
  JobPlace,
  JobStatus,
  JobStore,
  NewJob,
} from '../JobStore';
import { askedJobItems } from './operations/askedJobItems';
import { beginJobItems } from './operations/beginJobItems';
import { cancelJob } from './operations/cancelJob';
import { createJob } from './operations/createJob';
import { endJob } from './operations/endJob';
import { noteJobItems } from './operations/noteJobItems';
import { readJobs } from './operations/readJobs';
import { reportingUnavailable } from './reportingUnavailable';
import { jobItemOf, jobOf } from './rows';
import type { JobItemRow, JobRow } from './tables';

/** {@link JobStore} on SQLite or Postgres. @public */
export class KnexJobStore implements JobStore {
  constructor(private readonly knex: Knex) {}

  async create(job: NewJob, maxItems: number): Promise<JobAccepted> {
    return reportingUnavailable(() => createJob(this.knex, job, maxItems));
  }

  async get(jobId: string): Promise<CountedJob | undefined> {
    return reportingUnavailable(async () => {
      const [job] = await readJobs(this.knex, jobs =>
        jobs.where({ id: jobId }),
      );
      return job;
    });
  }

  async list(query: {
    readonly actor?: string;
    readonly after?: JobPlace;
    readonly limit: number;
  }): Promise<readonly CountedJob[]> {
    const { actor, after, limit } = query;
    return reportingUnavailable(() =>
      readJobs(this.knex, jobs => {
        if (actor !== undefined) jobs.where({ actor });
        if (after) {
          const place = [after.createdAt, after.id];
          jobs.whereRaw('(created_at, id) < (?, ?)', place);
        }
        return jobs.orderByRaw('created_at desc, id desc').limit(limit);
      }),
    );
  }

  async items(query: {
    readonly jobId: string;
    readonly outcomes?: readonly JobOutcome[];
    readonly afterPosition: number;
    readonly limit: number;
  }): Promise<readonly JobItem[]> {
    const { jobId, outcomes, afterPosition, limit } = query;
    return reportingUnavailable(async () => {
      const items = this.knex<JobItemRow>('job_items')
        .where({ job_id: jobId })
        .where('position', '>', afterPosition)
        .orderBy('position')
        .limit(limit);
      if (outcomes) items.whereIn('outcome', [...outcomes]);
      const rows = await items;
      return rows.map(jobItemOf);
    });
  }

  async setStatus(
    jobId: string,
    to: 'running' | 'paused',
    from: readonly JobStatus[],
  ): Promise<boolean> {
    return reportingUnavailable(async () => {
      const count = await this.knex<JobRow>('jobs')
        .where({ id: jobId })
        .whereIn('status', [...from])
        .update({ status: to });
      return count > 0;
    });
  }

  async cancel(jobId: string, message: string): Promise<boolean> {
    return reportingUnavailable(() => cancelJob(this.knex, jobId, message));
  }

  async open(): Promise<readonly Job[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<JobRow>('jobs')
        .whereNull('ended_at')
        .orderBy(['created_at', 'id']);
      return rows.map(jobOf);
    });
  }

  async begin(jobId: string, limit: number): Promise<void> {
    await reportingUnavailable(() => beginJobItems(this.knex, jobId, limit));
  }

  async begun(jobId: string): Promise<readonly JobItem[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<JobItemRow>('job_items')
        .where({ job_id: jobId, outcome: 'begun' })
        .orderBy('position');
      return rows.map(jobItemOf);
    });
  }

  async asked(job: Job): Promise<readonly AskedItem[]> {
    return reportingUnavailable(() => askedJobItems(this.knex, job));
  }

  async note(jobId: string, results: readonly ItemResult[]): Promise<void> {
    await reportingUnavailable(() => noteJobItems(this.knex, jobId, results));
  }

  async end(jobId: string, now: number): Promise<boolean> {
    return reportingUnavailable(() => endJob(this.knex, jobId, now));
  }
}
