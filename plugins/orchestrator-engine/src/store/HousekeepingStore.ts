import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { LogTrimStore } from './LogTrimStore';

/**
 * Deletes what is of no more use: each method one small transaction, so that nobody waits long and a database can clean up in
 * between.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface HousekeepingStore extends LogTrimStore {
  /** Deletes instances that have ended long ago, those first that did so first, with all that is theirs. */
  deleteEnded(batch: EndedBatch): Promise<EndedDeleted>;
  /** Deletes events that came before a time and have been routed. @returns how many */
  deleteEvents(batch: OldBatch): Promise<number>;
  /** Deletes trials of tasks that are older than a time. @returns how many */
  deleteTrials(batch: OldBatch): Promise<number>;
  /** Deletes what was sent to webhooks before a time, but nothing that is still to be sent. @returns how many deliveries */
  deleteDeliveries(batch: OldBatch): Promise<number>;
  /** Deletes what is noted of the occurrences of schedules before a time. @returns how many */
  deleteOccurrences(batch: OldBatch): Promise<number>;
  /** Deletes jobs that have ended before a time. @returns how many */
  deleteJobs(batch: OldBatch): Promise<number>;
  /**
   * Deletes what belongs to nothing any more: listeners, signals, events of schedules. Looks at `limit` listeners and signals.
   *
   * @param from - where it has come to before; default: it begins
   */
  deleteOrphans(batch: {
    readonly limit: number;
    readonly from?: SweptTo;
  }): Promise<SweptOrphans>;
}

/** Which instances are to be deleted at once. @public */
export interface EndedBatch extends OldBatch {
  readonly statuses: readonly InstanceStatus[];
  /** Whether tests are meant, or all but tests. */
  readonly isTest: boolean;
  /** At most so many entries of logs, unless the log of one instance alone has more. */
  readonly entries: number;
}

/** How many instances were deleted, and whether there may be more. @public */
export interface EndedDeleted {
  readonly count: number;
  readonly hasMore: boolean;
}

/** What is to be deleted at once. @public */
export interface OldBatch {
  /** When it was there at the latest. Milliseconds since the epoch. */
  readonly before: number;
  /** At most so many. */
  readonly limit: number;
}

/** Ids of the last instances whose listeners and signals were looked at; absent when there were no more. @public */
export interface SweptTo {
  readonly awaits?: string;
  readonly signals?: string;
}

/** How many orphans were deleted, and where to go on. @public */
export interface SweptOrphans {
  readonly count: number;
  readonly sweptTo: SweptTo;
}
