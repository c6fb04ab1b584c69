import { randomUUID } from 'node:crypto';
import {
  INSTANCE_STATUSES,
  isTerminal,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Clock,
  CountedJob,
  InstanceFilter,
  InstanceReader,
  JobAction,
  JobItem,
  JobStore,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { allOf } from '../allOf';
import { actorOf, type Caller } from '../Caller';
import { jobNotFound } from '../notFound';
import { ServiceError } from '../ServiceError';
import type {
  BulkPreview,
  BulkRequest,
  JobItemsRequest,
  JobListQuery,
  JobOrder,
  JobService,
  PreviewRequest,
} from './JobService';

/** How many instances one job takes. */
const MAX_INSTANCES = 10_000;

const SAMPLE = 5;

/** {@link JobService} over the engine. Lets everyone do everything. */
export class DefaultJobService implements JobService {
  constructor(
    private readonly parts: {
      readonly jobs: JobStore;
      readonly reader: InstanceReader;
      readonly clock: Clock;
      /** There is something for the runner of jobs to do. */
      readonly onChanged: () => void;
    },
  ) {}

  async start(request: BulkRequest, caller: Caller): Promise<CountedJob> {
    const { jobs, clock, onChanged } = this.parts;
    const { reason, ...wanted } = request;
    const job = {
      ...wanted,
      id: randomUUID(),
      actor: { ...actorOf(caller), ref: caller.ref, reason },
      createdAt: clock.now(),
    };
    const accepted = await jobs.create(job, MAX_INSTANCES);
    if (accepted.kind === 'tooMany') throw await this.#tooMany(request.filter);
    if (accepted.kind === 'conflict') {
      throw new ServiceError(
        'IDEMPOTENCY_CONFLICT',
        'This Idempotency-Key was used for another request; send a new key',
      );
    }
    onChanged();
    return accepted.job;
  }

  async preview({
    action,
    filter,
    actable,
  }: PreviewRequest): Promise<BulkPreview> {
    const { reader } = this.parts;
    const wanted = allOf(filter, actable);
    const [found, total, unsuited, sample] = await Promise.all([
      actable ? reader.count(filter) : undefined,
      reader.count(wanted),
      reader.count(allOf(wanted, unsuitedFor(action))),
      reader.list({ filter: wanted, limit: SAMPLE, offset: 0 }),
    ]);
    return { total, unsuited, forbidden: (found ?? total) - total, sample };
  }

  async list({
    startedBy: actor,
    ...page
  }: JobListQuery): Promise<readonly CountedJob[]> {
    return this.parts.jobs.list({ actor, ...page });
  }

  async get(jobId: string): Promise<CountedJob> {
    const job = await this.parts.jobs.get(jobId);
    if (!job) throw jobNotFound(jobId);
    return job;
  }

  async items(request: JobItemsRequest): Promise<readonly JobItem[]> {
    return this.parts.jobs.items(request);
  }

  async change({ jobId, verb }: JobOrder): Promise<CountedJob> {
    const isChanged = await this.#changed(jobId, verb);
    const job = await this.get(jobId);
    if (!isChanged) {
      throw new ServiceError(
        'STATE_CONFLICT',
        `The job "${jobId}" has ended: it is ${job.status}`,
      );
    }
    this.parts.onChanged();
    return job;
  }

  async #changed(jobId: string, verb: JobOrder['verb']): Promise<boolean> {
    const { jobs } = this.parts;
    const open = ['running', 'paused'] as const;
    switch (verb) {
      case 'pause':
        return jobs.setStatus(jobId, 'paused', open);
      case 'resume':
        return jobs.setStatus(jobId, 'running', open);
      default:
        return jobs.cancel(jobId, 'the job was cancelled before its turn');
    }
  }

  async #tooMany(filter: InstanceFilter): Promise<ServiceError> {
    const total = await this.parts.reader.count(filter);
    return new ServiceError(
      'INPUT_INVALID',
      `The query finds ${total} instances, but a job takes at most ${MAX_INSTANCES}; narrow it`,
    );
  }
}

/** Instances in a state in which the action means nothing. */
function unsuitedFor(action: JobAction): InstanceFilter {
  const values = INSTANCE_STATUSES.filter(one => !suits[action](one));
  return { kind: 'in', field: 'status', values };
}

const suits: {
  readonly [A in JobAction]: (status: InstanceStatus) => boolean;
} = {
  suspend: status => !isTerminal(status) && status !== 'suspended',
  resume: status => status === 'suspended',
  cancel: status => !isTerminal(status),
  retry: status => status === 'failed',
  delete: isTerminal,
};
