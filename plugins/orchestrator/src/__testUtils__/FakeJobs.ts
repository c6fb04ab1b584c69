import type {
  BulkPreview,
  BulkRequest,
  GetJobRequest,
  Job,
  JobItem,
  JobOutcome,
  JobPage,
  JobStatus,
  JobWithItems,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { answerError } from './answerError';
import type { FakeInstances } from './FakeInstances';

/** A job that is under way; what is not said has a default. */
export function someJob(more: Partial<Job> = {}): Job {
  return {
    id: 'j-1',
    action: 'cancel',
    status: 'running',
    total: 3,
    pending: 3,
    succeeded: 0,
    skipped: 0,
    failed: 0,
    createdAt: '2026-01-01T10:00:00.000Z',
    createdBy: 'user:default/ada',
    ...more,
  };
}

/** Jobs in memory. Nothing is done by itself: a test {@link settle}s what becomes of the instances. */
export class FakeJobs {
  readonly started: BulkRequest[] = [];
  readonly #jobs: Map<string, Job>;
  readonly #items = new Map<string, readonly JobItem[]>();

  constructor(jobs: readonly Job[], private readonly instances: FakeInstances) {
    this.#jobs = new Map(jobs.map(job => [job.id, job]));
  }

  preview({ query }: BulkRequest): BulkPreview {
    const found = this.#idsOf(query);
    const sample = this.instances
      .list({})
      .items.filter(({ id }) => found.includes(id))
      .slice(0, 5);
    return { total: found.length, unsuited: 0, forbidden: 0, sample };
  }

  start({ action, query, reason, ...rest }: BulkRequest): Job {
    this.started.push({ action, query, reason, ...rest });
    const id = `j-${this.#jobs.size + 1}`;
    const ids = this.#idsOf(query);
    const total = ids.length;
    const job = someJob({ id, action, reason, total, pending: total });
    this.#jobs.set(id, job);
    this.settle(
      id,
      ids.map(instanceId => ({ instanceId, outcome: 'pending' })),
    );
    return job;
  }

  list(): JobPage {
    return { items: [...this.#jobs.values()].reverse() };
  }

  async get({ jobId, outcome }: GetJobRequest): Promise<JobWithItems> {
    const job = await this.#job(jobId);
    const items = this.#items.get(jobId) ?? [];
    return {
      ...job,
      items: items.filter(item => outcome?.includes(item.outcome) ?? true),
    };
  }

  async change(jobId: string, status: JobStatus): Promise<Job> {
    const job = { ...(await this.#job(jobId)), status };
    this.#jobs.set(jobId, job);
    return job;
  }

  /** Says what has become of each instance, and counts it. */
  settle(jobId: string, items: readonly JobItem[]) {
    const count = (outcome: JobOutcome) =>
      items.filter(item => item.outcome === outcome).length;
    this.#items.set(jobId, items);
    this.#jobs.set(jobId, {
      ...(this.#jobs.get(jobId) ?? someJob({ id: jobId })),
      total: items.length,
      pending: count('pending'),
      succeeded: count('succeeded'),
      skipped: count('skipped'),
      failed: count('failed'),
      ...(count('pending') === 0 && { status: 'completed' }),
    });
  }

  #idsOf({ ids, ...query }: BulkRequest['query']): readonly string[] {
    const { items } = this.instances.list(query);
    return items.map(({ id }) => id).filter(id => ids?.includes(id) ?? true);
  }

  async #job(jobId: string): Promise<Job> {
    const found = this.#jobs.get(jobId);
    if (found) return found;
    const message = `There is no job "${jobId}" that you may see`;
    throw await answerError(404, 'JOB_NOT_FOUND', message);
  }
}
