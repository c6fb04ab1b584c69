import type {
  InstanceState,
  InstanceStatus,
  Json,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  Instance,
  InstanceFilter,
  InstanceQuery,
  StoredDefinition,
  WorkflowStats,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from './Caller';
import type { InstanceFeed } from './InstanceFeed';

/** A workflow and what is known of its runs. */
export interface Workflow {
  readonly definition: StoredDefinition;
  /** Absent when it never ran. */
  readonly stats?: WorkflowStats;
}

/** Which workflows, in which order, which page. */
export interface WorkflowQuery {
  /** Only those of which this holds. */
  readonly where?: (workflow: Workflow) => boolean;
  /** Only those named, and those that have run for the entity. */
  readonly ofEntity?: {
    readonly workflowIds: readonly string[];
    readonly targetEntity?: string;
  };
  /** Which instances count in the figures. Default: all. */
  readonly countedRuns?: InstanceFilter;
  /** Default: by id. */
  readonly compare?: (a: Workflow, b: Workflow) => number;
  /** Default: all. */
  readonly limit?: number;
  readonly offset: number;
}

/** One workflow. */
export interface WorkflowRequest {
  readonly workflowId: string;
  /** Which instances count in the figures. Default: all. */
  readonly countedRuns?: InstanceFilter;
}

/** Which instances, in which order, which page. */
export interface InstanceSearch extends InstanceQuery {
  /** Only those of this workflow, which must exist. */
  readonly workflowId?: string;
}

/** An instance in a list. */
export interface InstanceItem {
  readonly instance: Instance;
  /** Title of its workflow, or name, or id when the workflow is gone. */
  readonly workflowName: string;
}

/** A page of a list of instances. */
export interface InstancePage {
  readonly items: readonly InstanceItem[];
  /** How many match in all. */
  readonly total: number;
}

/** All that is to be told of an instance. */
export interface InstanceDetails extends InstanceItem {
  readonly state: InstanceState;
  readonly input: Json;
  readonly output?: Json;
}

/** Which part of a log. */
export interface HistoryRequest {
  readonly instanceId: string;
  /** Id of an event; one of another epoch is as none. */
  readonly after?: string;
  readonly limit: number;
  readonly order: 'asc' | 'desc';
}

/** A part of a log. */
export interface HistoryPage {
  readonly items: readonly OrchestratorEvent[];
  readonly epoch: string;
  readonly first: number;
  readonly head: number;
  readonly total: number;
}

/** What is to be run. */
export interface ExecuteRequest {
  readonly workflowId: string;
  readonly input: Json;
  readonly targetEntity?: string;
  readonly idempotencyKey?: string;
}

/**
 * What the orchestrator offers, whatever the way it is asked.
 *
 * Every method may throw {@link EngineError} `STORE_UNAVAILABLE`. What the caller may not see does not exist: the error is that
 * of a missing one. What a caller may not do is `NotAllowedError`.
 */
export interface OrchestratorService {
  listWorkflows(
    query: WorkflowQuery,
    caller: Caller,
  ): Promise<readonly Workflow[]>;
  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND` */
  getWorkflow(request: WorkflowRequest, caller: Caller): Promise<Workflow>;
  /** The statuses that instances can have. */
  listStatuses(caller: Caller): Promise<readonly InstanceStatus[]>;
  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND` when the search names one that does not exist */
  listInstances(search: InstanceSearch, caller: Caller): Promise<InstancePage>;
  /** @throws {@link EngineError} `INSTANCE_NOT_FOUND`, as all that follow */
  getInstance(instanceId: string, caller: Caller): Promise<Instance>;
  getInstanceDetails(
    instanceId: string,
    caller: Caller,
  ): Promise<InstanceDetails>;
  readHistory(request: HistoryRequest, caller: Caller): Promise<HistoryPage>;
  /**
   * @returns JSON text
   * @throws {@link EngineError} `PAYLOAD_NOT_FOUND`
   */
  readPayload(
    request: { readonly instanceId: string; readonly ref: string },
    caller: Caller,
  ): Promise<string>;
  openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed>;
  /**
   * @returns the id of the instance
   * @throws {@link EngineError} as `WorkflowRuntime.start`
   */
  execute(request: ExecuteRequest, caller: Caller): Promise<string>;
  /** @throws {@link EngineError} `STATE_CONFLICT` when it has ended */
  cancel(instanceId: string, caller: Caller): Promise<void>;
}
