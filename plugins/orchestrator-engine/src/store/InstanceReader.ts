import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Filter } from './Filter';
import type { Instance, LogEntry } from './InstanceStore';
import type { LogBase } from './LogTrimStore';

/** What instances can be filtered and sorted by; `workflowName` is the title of the workflow, or its id when it is gone. @public */
export const INSTANCE_FIELDS = [
  'id',
  'workflowId',
  'workflowName',
  'workflowVersion',
  'status',
  'initiator',
  'targetEntity',
  'businessKey',
  'parentId',
  'createdAt',
  'startedAt',
  'endedAt',
] as const;

/** One of {@link INSTANCE_FIELDS}. @public */
export type InstanceField = (typeof INSTANCE_FIELDS)[number];

/** A condition on instances, evaluated by the database. @public */
export type InstanceFilter = Filter<InstanceField>;

/** A place between two instances of a list that is newest first. @public */
export interface InstancePlace {
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly id: string;
}

/** Which instances, in which order, which page. Those of test sessions are never among them. @public */
export interface InstanceQuery {
  readonly filter?: InstanceFilter;
  /** Default: newest first. */
  readonly orderBy?: {
    readonly field: InstanceField;
    readonly direction: 'asc' | 'desc';
  };
  readonly limit: number;
  readonly offset: number;
}

/** What is known of a workflow's runs. @public */
export interface WorkflowStats {
  readonly workflowId: string;
  readonly total: number;
  readonly completed: number;
  readonly failed: number;
  /** Since the time asked for. */
  readonly recent: number;
  /** Of completed runs. */
  readonly averageDurationMs?: number;
  readonly last?: {
    readonly instanceId: string;
    readonly status: InstanceStatus;
    /** Milliseconds since the epoch. */
    readonly createdAt: number;
  };
}

/** What happened, of all that did. @public */
export interface LogFilter {
  /** Types; `task.*` for all that begin so. */
  readonly types?: readonly string[];
  /** The pointer of a task, for all of its runs, or the key of one; with all within it. */
  readonly task?: string;
  /** The attempt of the innermost `try` around a task, from 1; what is in none is of the first. */
  readonly attempt?: number;
  /** A text within what an entry says, letters of either case. */
  readonly text?: string;
}

/** JSON text of a value that is kept apart, read piece by piece. @public */
export interface PayloadText {
  /** Of the whole, as UTF-8. */
  readonly bytes: number;
  pieces(): AsyncIterable<string>;
}

/** Reads for people. @public */
export interface InstanceReader {
  get(instanceId: string): Promise<Instance | undefined>;
  list(query: InstanceQuery): Promise<readonly Instance[]>;
  /** Newest first, those after the place given: a page costs the same wherever it is. */
  listFrom(query: {
    readonly filter?: InstanceFilter;
    readonly after?: InstancePlace;
    readonly limit: number;
  }): Promise<readonly Instance[]>;
  count(filter: InstanceFilter | undefined): Promise<number>;
  /**
   * Of workflows that have ever run.
   *
   * @param scope - which instances count; `recentSince` in milliseconds since the epoch
   */
  stats(scope: {
    readonly workflowIds?: readonly string[];
    readonly filter?: InstanceFilter;
    readonly recentSince: number;
  }): Promise<readonly WorkflowStats[]>;
  /** What the entries have told that were deleted; `undefined` when the log is whole. */
  logBase(instanceId: string): Promise<LogBase | undefined>;
  /** Entries after `seq`, in order. */
  readLog(
    instanceId: string,
    page: { readonly afterSeq: number; readonly limit: number },
  ): Promise<readonly LogEntry[]>;
  /** Entries between two others that fit a filter, the first ones in the order asked for. */
  searchLog(
    instanceId: string,
    page: {
      readonly filter: LogFilter;
      readonly afterSeq: number;
      readonly beforeSeq: number;
      readonly order: 'asc' | 'desc';
      readonly limit: number;
    },
  ): Promise<readonly LogEntry[]>;
  /** How many entries fit a filter. */
  countLog(instanceId: string, filter: LogFilter): Promise<number>;
  /**
   * How long each task of the top level has taken, in the latest completed runs of a workflow.
   *
   * @param runs - how many runs at most
   * @returns milliseconds of each run by the task's pointer
   */
  usualDurations(
    workflowId: string,
    runs: number,
  ): Promise<ReadonlyMap<string, readonly number[]>>;
  /** How many instances have not ended, and how many of these wait for a worker to take them up. */
  load(
    now: number,
  ): Promise<{ readonly running: number; readonly due: number }>;
  /** Deletes an instance that has ended, with its log. `false`: it has not ended. */
  deleteEnded(instanceId: string): Promise<boolean>;
  openPayload(
    instanceId: string,
    sha256: string,
  ): Promise<PayloadText | undefined>;
}
