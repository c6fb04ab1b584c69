import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Instance, LogEntry } from './InstanceStore';

/** What the deleted entries of a log have told. @public */
export interface LogBase {
  /** What folding them gives, without the tasks that nobody asks for any more; complete up to its `seq`. */
  readonly state: InstanceState;
}

/** Entries to delete, and what is kept in their place. @public */
export interface LogTrim {
  readonly instanceId: string;
  /** The oldest ones, all before the last checkpoint. */
  readonly entries: readonly LogEntry[];
  readonly base: LogBase;
}

/**
 * Deletes what nothing needs to go on: entries before the last checkpoint of their instance.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface LogTrimStore {
  /** Instances whose oldest entry is before their last checkpoint, and before a time. */
  trimmable(batch: {
    /** Milliseconds since the epoch. */
    readonly before: number;
    readonly limit: number;
  }): Promise<readonly Instance[]>;
  /** The oldest entries of an instance that {@link LogTrimStore.trim} may delete. */
  trimmableEntries(
    instance: Pick<Instance, 'id' | 'checkpointSeq'>,
    batch: { readonly before: number; readonly limit: number },
  ): Promise<readonly LogEntry[]>;
  /** What has been deleted before. */
  logBase(instanceId: string): Promise<LogBase | undefined>;
  /**
   * Deletes entries, and the values kept apart that only they refer to.
   *
   * @returns `false` when another process has been faster
   */
  trim(trim: LogTrim): Promise<boolean>;
}
