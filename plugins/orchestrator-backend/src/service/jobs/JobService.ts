import type {
  CountedJob,
  Idempotency,
  Instance,
  InstanceFilter,
  JobAction,
  JobItem,
  JobOutcome,
  JobPlace,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** What is to be done with the instances that a filter finds. */
export interface BulkRequest {
  readonly action: JobAction;
  /** Of `cancel`: does not wait for what runs. */
  readonly force: boolean;
  /** Why, for the logs. */
  readonly reason?: string;
  /** Whether it begins only when it is resumed. */
  readonly isPaused?: boolean;
  readonly filter: InstanceFilter;
  readonly idempotency?: Idempotency;
}

/** What is to be told of a job before there is one. */
export interface PreviewRequest {
  readonly action: JobAction;
  readonly filter: InstanceFilter;
  /** The condition on what the caller may act on; others are counted apart. Default: all of them. */
  readonly actable?: InstanceFilter;
}

/** What a job would be about. */
export interface BulkPreview {
  readonly total: number;
  /** How many of these are in a state in which the action means nothing. */
  readonly unsuited: number;
  /** How many more are found that the caller may not act on. */
  readonly forbidden: number;
  /** The first ones. */
  readonly sample: readonly Instance[];
}

/** Which jobs, newest first. */
export interface JobListQuery {
  /** Only those that this user or service has started. */
  readonly startedBy?: string;
  readonly after?: JobPlace;
  readonly limit: number;
}

/** Which instances of a job, in order. */
export interface JobItemsRequest {
  readonly jobId: string;
  readonly outcomes?: readonly JobOutcome[];
  readonly afterPosition: number;
  readonly limit: number;
}

/** What is to become of a job. */
export interface JobOrder {
  readonly jobId: string;
  readonly verb: 'pause' | 'resume' | 'cancel';
}

/**
 * The same done with many instances.
 *
 * Which instances those are, and that the caller may act on them, is settled when a job starts. What the caller may not see does
 * not exist.
 */
export interface JobService {
  /** @throws {@link ServiceError} `INPUT_INVALID` when it would be too many, `IDEMPOTENCY_CONFLICT` */
  start(request: BulkRequest, caller: Caller): Promise<CountedJob>;
  preview(request: PreviewRequest, caller: Caller): Promise<BulkPreview>;
  list(query: JobListQuery, caller: Caller): Promise<readonly CountedJob[]>;
  /** @throws {@link ServiceError} `JOB_NOT_FOUND`, as the next ones */
  get(jobId: string, caller: Caller): Promise<CountedJob>;
  items(request: JobItemsRequest, caller: Caller): Promise<readonly JobItem[]>;
  /** @throws {@link ServiceError} `STATE_CONFLICT` when the job has ended */
  change(order: JobOrder, caller: Caller): Promise<CountedJob>;
}
