import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceFilter } from './InstanceReader';
import type { Idempotency } from './InstanceStore';

/** What can be done with many instances. @public */
export const JOB_ACTIONS = [
  'suspend',
  'resume',
  'cancel',
  'retry',
  'delete',
] as const;

/** One of {@link JOB_ACTIONS}. @public */
export type JobAction = (typeof JOB_ACTIONS)[number];

/** `completed`: each item has its outcome; `cancelled`: nothing that was not asked for by then is. @public */
export type JobStatus = 'running' | 'paused' | 'completed' | 'cancelled';

/** What becomes of an instance. Those before `asked` have none yet: `pending` is not begun, `begun` may have been asked, `asked` has been. @public */
export type JobOutcome =
  | 'pending'
  | 'begun'
  | 'asked'
  | 'succeeded'
  | 'skipped'
  | 'failed';

/** Something to do with many instances. @public */
export interface NewJob {
  readonly id: string;
  readonly action: JobAction;
  /** Of `cancel`: does not wait for what runs. */
  readonly force: boolean;
  /** Who has asked for it, and why. */
  readonly actor: Actor & { readonly ref: string };
  /** Whether it begins only when its status is set. Default: it begins at once. */
  readonly isPaused?: boolean;
  /** Which instances; settled when the job is created. */
  readonly filter: InstanceFilter;
  readonly idempotency?: Idempotency;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** How many instances have which outcome. @public */
export interface JobFigures {
  readonly pending: number;
  readonly succeeded: number;
  readonly skipped: number;
  readonly failed: number;
}

/** Something done with many instances. @public */
export interface Job
  extends Omit<NewJob, 'filter' | 'idempotency' | 'isPaused'> {
  readonly status: JobStatus;
  readonly total: number;
  /** Milliseconds since the epoch. */
  readonly endedAt?: number;
}

/** A job, and how far it is. @public */
export interface CountedJob extends Job, JobFigures {}

/** An instance of a job. @public */
export interface JobItem {
  /** From 1. */
  readonly position: number;
  readonly instanceId: string;
  readonly outcome: JobOutcome;
  /** Of the error, when there was one. */
  readonly code?: string;
  readonly message?: string;
}

/** An instance that has been asked, as it is now, with what its log says since then of what was asked. @public */
export interface AskedItem {
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  /** Absent when the instance is gone. */
  readonly instance?: {
    readonly status: string;
    /** How many signals it has not taken up yet. */
    readonly openSignals: number;
  };
  /** Acts of the job's actor that the instance has noted, or refused, oldest first. */
  readonly noted: readonly {
    readonly type: string;
    readonly data: { readonly [key: string]: unknown };
  }[];
}

/** What has become of an item. @public */
export interface ItemResult {
  readonly position: number;
  readonly outcome: Exclude<JobOutcome, 'pending' | 'begun'>;
  /** When it was asked. Milliseconds since the epoch. */
  readonly askedAt?: number;
  readonly code?: string;
  readonly message?: string;
}

/** What has become of a job that was to be created. @public */
export type JobAccepted =
  | { readonly kind: 'created' | 'known'; readonly job: CountedJob }
  /** The key was used for another request. */
  | { readonly kind: 'conflict' }
  /** The filter finds more than one job takes. */
  | { readonly kind: 'tooMany' };

/** A place between two jobs of a list that is newest first. @public */
export interface JobPlace {
  readonly createdAt: number;
  readonly id: string;
}

/**
 * What is done with many instances, and what has become of each.
 *
 * - J1 Which instances a job is about is settled in the transaction that creates it.
 * - J2 What is noted of an item stays: an item that has its outcome never gets another one.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface JobStore {
  /** @param maxItems - how many instances one job takes */
  create(job: NewJob, maxItems: number): Promise<JobAccepted>;
  get(jobId: string): Promise<CountedJob | undefined>;
  /** Newest first. */
  list(query: {
    readonly actor?: string;
    readonly after?: JobPlace;
    readonly limit: number;
  }): Promise<readonly CountedJob[]>;
  /** In order. */
  items(query: {
    readonly jobId: string;
    readonly outcomes?: readonly JobOutcome[];
    readonly afterPosition: number;
    readonly limit: number;
  }): Promise<readonly JobItem[]>;
  /** Sets the status, when it is one of `from`. `false`: it is not. */
  setStatus(
    jobId: string,
    to: 'running' | 'paused',
    from: readonly JobStatus[],
  ): Promise<boolean>;
  /** Lets the job begin nothing more; what it has not begun is skipped. `false`: it has ended or is being cancelled. */
  cancel(jobId: string, message: string): Promise<boolean>;

  /** Jobs that have items without an outcome, oldest first. */
  open(): Promise<readonly Job[]>;
  /** Notes that the next items are about to be asked, and how far the logs of their instances have come. */
  begin(jobId: string, limit: number): Promise<void>;
  /** Items that may have been asked, or may not. */
  begun(jobId: string): Promise<readonly JobItem[]>;
  /** Items that have been asked and have no outcome yet. */
  asked(job: Job): Promise<readonly AskedItem[]>;
  note(jobId: string, results: readonly ItemResult[]): Promise<void>;
  /** Ends a job whose items have their outcomes. `false`: some have not. */
  end(jobId: string, now: number): Promise<boolean>;
}
