import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Instance, LogEntry } from './InstanceStore';

/** What instances can be filtered and sorted by. @public */
export const INSTANCE_FIELDS = [
  'id',
  'workflowId',
  'workflowVersion',
  'status',
  'initiator',
  'targetEntity',
  'createdAt',
  'startedAt',
  'endedAt',
] as const;

/** One of {@link INSTANCE_FIELDS}. @public */
export type InstanceField = (typeof INSTANCE_FIELDS)[number];

/** A value to compare with: times are milliseconds since the epoch. @public */
export type FilterValue = string | number;

/** A condition on instances, evaluated by the database. @public */
export type InstanceFilter =
  | {
      readonly kind: 'compare';
      readonly field: InstanceField;
      readonly operator: 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
      readonly value: FilterValue;
    }
  | {
      /** SQL pattern with `%` and `_`, letters of either case. */
      readonly kind: 'like';
      readonly field: InstanceField;
      readonly pattern: string;
    }
  | {
      readonly kind: 'in';
      readonly field: InstanceField;
      readonly values: readonly FilterValue[];
    }
  | {
      readonly kind: 'between';
      readonly field: InstanceField;
      readonly from: FilterValue;
      readonly to: FilterValue;
    }
  | { readonly kind: 'isNull'; readonly field: InstanceField }
  | { readonly kind: 'not'; readonly filter: InstanceFilter }
  | {
      readonly kind: 'and' | 'or';
      /** Of none, `and` is true and `or` is false. */
      readonly filters: readonly InstanceFilter[];
    };

/** @public */
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

/** Reads for people; none of them changes anything. @public */
export interface InstanceReader {
  get(instanceId: string): Promise<Instance | undefined>;
  list(query: InstanceQuery): Promise<readonly Instance[]>;
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
  /** Entries after `seq`, in order. */
  readLog(
    instanceId: string,
    page: { readonly afterSeq: number; readonly limit: number },
  ): Promise<readonly LogEntry[]>;
  /** Entries before `seq`, latest first. */
  readLogBackwards(
    instanceId: string,
    page: { readonly beforeSeq: number; readonly limit: number },
  ): Promise<readonly LogEntry[]>;
  /** JSON text of a payload. */
  readPayload(instanceId: string, sha256: string): Promise<string | undefined>;
}
