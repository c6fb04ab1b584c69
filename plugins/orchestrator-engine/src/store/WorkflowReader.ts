import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { CurrentDefinition, StoredDefinition } from './DefinitionStore';
import type { Filter } from './Filter';
import type { InstanceFilter } from './InstanceReader';

/** What workflows can be filtered and sorted by. @public */
export const WORKFLOW_FIELDS = [
  'id',
  'title',
  'description',
  'version',
  'format',
  'owner',
  'health',
  'updatedAt',
  'lastRunAt',
  'lastRunStatus',
] as const;

/** One of {@link WORKFLOW_FIELDS}. @public */
export type WorkflowField = (typeof WORKFLOW_FIELDS)[number];

/** A condition on workflows, evaluated by the database. @public */
export type WorkflowFilter = Filter<WorkflowField>;

/** How a workflow does: see the API's contract. @public */
export type WorkflowHealth =
  | 'healthy'
  | 'failing'
  | 'idle'
  | 'disabled'
  | 'invalid';

/** A place in an ordered list of workflows. @public */
export interface WorkflowPlace {
  /** What the workflow before it is ordered by. */
  readonly key: string | number;
  readonly id: string;
}

/** Which workflows, in which order, which page. @public */
export interface WorkflowListQuery {
  readonly filter?: WorkflowFilter;
  /** Which instances count as runs. Default: all. */
  readonly countedRuns?: InstanceFilter;
  readonly orderBy: {
    readonly field: WorkflowField;
    readonly direction: 'asc' | 'desc';
  };
  /** Default: from the beginning. */
  readonly after?: WorkflowPlace;
  readonly offset?: number;
  /** Default: all. */
  readonly limit?: number;
}

/** A workflow in a list. @public */
export interface ListedWorkflow {
  readonly definition: CurrentDefinition;
  readonly health: WorkflowHealth;
  /** Absent when it never ran. */
  readonly last?: {
    readonly instanceId: string;
    readonly status: InstanceStatus;
    /** Milliseconds since the epoch. */
    readonly createdAt: number;
  };
  readonly place: WorkflowPlace;
}

/** Lists of workflows and of what they were. @public */
export interface WorkflowReader {
  list(query: WorkflowListQuery): Promise<readonly ListedWorkflow[]>;
  /** Every text that the workflow has had, latest first. */
  listVersions(
    workflowId: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<readonly StoredDefinition[]>;
  /** The text with this version or hash; of several with the same version the latest. */
  findVersion(
    workflowId: string,
    version: string,
  ): Promise<StoredDefinition | undefined>;
}
