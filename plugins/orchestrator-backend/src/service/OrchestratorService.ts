import type {
  CloudEvent,
  InstanceState,
  InstanceStatus,
  Json,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { TaskTemplate } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  AuthTokens,
  Delivery,
  Instance,
  InstanceFilter,
  InstancePlace,
  InstanceQuery,
  ListedWorkflow,
  LogFilter,
  PayloadText,
  RetryRequest,
  Occurrence,
  OccurrencePlace,
  Schedule,
  StoredDefinition,
  TaskAction,
  TrialReport,
  WorkflowFilter,
  WorkflowListQuery,
  WorkflowPlace,
  WorkflowSettings,
  WorkflowStats,
  StoredTrial,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from './Caller';
import type { InstanceFeed } from './InstanceFeed';
import type { Progress } from './Progress';
import type {
  DryRunRequest,
  TaskTrial,
  TaskTrialRequest,
  TrialRequest,
} from './WorkflowTrials';

/** A workflow and what is known of its runs. */
export interface Workflow extends ListedWorkflow {
  /** Absent when it never ran. */
  readonly stats?: WorkflowStats;
}

/** Which workflows, in which order, which page. */
export interface WorkflowQuery {
  readonly filter?: WorkflowFilter;
  /** Only those named, and those that have run for the entity. */
  readonly ofEntity?: {
    readonly workflowIds: readonly string[];
    readonly targetEntity?: string;
  };
  /** Which instances count in the figures. Default: all. */
  readonly countedRuns?: InstanceFilter;
  /** Default: by id. */
  readonly orderBy?: WorkflowListQuery['orderBy'];
  readonly after?: WorkflowPlace;
  /** Default: all. */
  readonly limit?: number;
  readonly offset?: number;
}

/** One workflow. */
export interface WorkflowRequest {
  readonly workflowId: string;
  /** Which instances count in the figures. Default: all. */
  readonly countedRuns?: InstanceFilter;
}

/** One text of a workflow. */
export interface VersionRequest {
  readonly workflowId: string;
  /** As the definition has it, or the hash of a text. Default: the present one. */
  readonly version?: string;
}

/** A text that is to be a workflow's definition. */
export interface DefinitionText {
  readonly text: string;
  readonly format: 'yaml' | 'json';
}

/** What is to be changed of a workflow, when it is still what the caller has seen. */
export interface WorkflowChange {
  readonly workflowId: string;
  /** Hash of the definition that the caller has seen. Default: whatever it is. */
  readonly expected?: string;
}

/** Which instances, in which order, which page. */
export interface InstanceSearch extends InstanceQuery {
  /** Only those of this workflow, which must exist. */
  readonly workflowId?: string;
}

/** Which instances, newest first; a page begins after the place given. */
export interface InstanceListQuery {
  readonly filter?: InstanceFilter;
  readonly after?: InstancePlace;
  readonly limit: number;
  /** Whether to count all that match. */
  readonly isCounted?: boolean;
}

/** Which occurrences of a trigger; a page begins after the place given. */
export interface OccurrenceQuery {
  readonly triggerId: string;
  readonly after?: OccurrencePlace;
  readonly limit: number;
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
  readonly before?: string;
  readonly filter?: LogFilter;
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  /** How long to wait when there is nothing. Default: not at all. */
  readonly waitMs?: number;
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
  readonly businessKey?: string;
  readonly labels?: { readonly [name: string]: string };
  /** What has a higher one is taken up first when instances wait for a worker. Default: 0. */
  readonly priority?: number;
  readonly idempotencyKey?: string;
  /** For the services that the workflow calls. */
  readonly authTokens?: AuthTokens;
  /** The trigger that is tried out by it, for the audit. */
  readonly triggerId?: string;
  /** The span of the request (W3C Trace Context); what names none is passed over. */
  readonly traceparent?: string;
}

/** What is to become of an instance, or of a task of it. */
export type InstanceAct = {
  readonly instanceId: string;
  /** Why, for the log. */
  readonly reason?: string;
  readonly idempotencyKey?: string;
} & (
  | { readonly verb: 'suspend' | 'resume' }
  | { readonly verb: 'cancel'; readonly force: boolean }
  | { readonly verb: 'retry'; readonly request: RetryRequest }
  | {
      readonly verb: 'act';
      /** Key of a run of the task, or its pointer: then its latest run. */
      readonly task: string;
      readonly action: TaskAction;
    }
);

/** An instance to run once more. */
export interface RerunRequest {
  readonly instanceId: string;
  /** Default: the one that it had. */
  readonly input?: Json;
  readonly idempotencyKey?: string;
  /** For the services that the workflow calls. */
  readonly authTokens?: AuthTokens;
}

/** How the server is. */
export interface ServerHealth {
  readonly running: number;
  readonly due: number;
  readonly storeLatencyMs: number;
  readonly isWorking: boolean;
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
  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, as all that follow up to those of instances */
  getWorkflow(request: WorkflowRequest, caller: Caller): Promise<Workflow>;
  /** The present text of a workflow, or an earlier one. */
  getDefinition(
    request: VersionRequest,
    caller: Caller,
  ): Promise<StoredDefinition>;
  /** Latest first. */
  listVersions(
    request: {
      readonly workflowId: string;
      readonly offset: number;
      readonly limit: number;
    },
    caller: Caller,
  ): Promise<readonly StoredDefinition[]>;
  /** What would become of a text; nothing is kept. */
  checkDefinition(
    text: DefinitionText,
    caller: Caller,
  ): Promise<StoredDefinition>;
  /** What new tasks there can be here. */
  listTemplates(caller: Caller): Promise<readonly TaskTemplate[]>;
  /** @throws {@link ServiceError} `DEFINITION_INVALID`, `WORKFLOW_EXISTS` */
  createWorkflow(text: DefinitionText, caller: Caller): Promise<Workflow>;
  /** @throws {@link ServiceError} `DEFINITION_INVALID`, `WORKFLOW_READ_ONLY`, `VERSION_CONFLICT` */
  updateWorkflow(
    change: WorkflowChange & DefinitionText,
    caller: Caller,
  ): Promise<Workflow>;
  /** @throws {@link ServiceError} `VERSION_CONFLICT` */
  configureWorkflow(
    change: WorkflowChange & { readonly settings: WorkflowSettings },
    caller: Caller,
  ): Promise<Workflow>;
  /** @throws {@link ServiceError} `WORKFLOW_READ_ONLY`, `VERSION_CONFLICT` */
  deleteWorkflow(change: WorkflowChange, caller: Caller): Promise<void>;

  /** The statuses that instances can have. */
  listStatuses(caller: Caller): Promise<readonly InstanceStatus[]>;
  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND` when the search names one that does not exist */
  listInstances(search: InstanceSearch, caller: Caller): Promise<InstancePage>;
  pageInstances(
    query: InstanceListQuery,
    caller: Caller,
  ): Promise<{ readonly items: readonly Instance[]; readonly total?: number }>;
  /** @throws {@link EngineError} `INSTANCE_NOT_FOUND`, as all that follow */
  getInstance(instanceId: string, caller: Caller): Promise<Instance>;
  getInstanceDetails(
    instanceId: string,
    caller: Caller,
  ): Promise<InstanceDetails>;
  readHistory(request: HistoryRequest, caller: Caller): Promise<HistoryPage>;
  /**
   * @returns JSON text, to be read piece by piece
   * @throws {@link EngineError} `PAYLOAD_NOT_FOUND`
   */
  readPayload(
    request: { readonly instanceId: string; readonly ref: string },
    caller: Caller,
  ): Promise<PayloadText>;
  openFeed(instanceId: string, caller: Caller): Promise<InstanceFeed>;
  /** How far the instance is. */
  getProgress(instanceId: string, caller: Caller): Promise<Progress>;
  /** @throws {@link ServiceError} `STATE_CONFLICT` when it has not ended */
  deleteInstance(instanceId: string, caller: Caller): Promise<void>;
  /**
   * @returns the id of the instance
   * @throws {@link EngineError} as `WorkflowRuntime.start`
   */
  execute(request: ExecuteRequest, caller: Caller): Promise<string>;
  /** How a run would go; nothing is called and nothing kept. @throws {@link ServiceError} `DEFINITION_INVALID`, `INPUT_INVALID` */
  dryRun(request: DryRunRequest, caller: Caller): Promise<TrialReport>;
  /** How one task does alone, for real. @throws {@link ServiceError} `DEFINITION_INVALID`, `TASK_NOT_FOUND` */
  executeTask(request: TaskTrialRequest, caller: Caller): Promise<TaskTrial>;
  /** The caller's own trial of a task, in a session. @throws {@link ServiceError} `TASK_NOT_FOUND` */
  getTrial(request: TrialRequest, caller: Caller): Promise<StoredTrial>;
  /** The instance as it is when it has ended, or after `ms` milliseconds. */
  waitForEnd(
    request: { readonly instanceId: string; readonly ms: number },
    caller: Caller,
  ): Promise<InstanceDetails>;
  /** @throws {@link EngineError} as the acts of `WorkflowRuntime` */
  act(act: InstanceAct, caller: Caller): Promise<Instance>;
  /** @returns the id of the new instance */
  rerun(request: RerunRequest, caller: Caller): Promise<string>;
  /** @throws {@link EngineError} as `WorkflowRuntime.deliver` */
  sendEvent(
    request: { readonly instanceId: string; readonly event: CloudEvent },
    caller: Caller,
  ): Promise<Delivery>;
  publishEvent(event: CloudEvent, caller: Caller): Promise<Delivery>;
  /** What starts workflows by itself, by id. */
  listTriggers(
    query: { readonly workflowId?: string },
    caller: Caller,
  ): Promise<readonly Schedule[]>;
  /** @throws {@link ServiceError} `TRIGGER_NOT_FOUND`, as the next */
  getTrigger(triggerId: string, caller: Caller): Promise<Schedule>;
  /** What has become of the times at which a trigger was due, the last first. */
  pageOccurrences(
    query: OccurrenceQuery,
    caller: Caller,
  ): Promise<readonly Occurrence[]>;
  pauseTrigger(
    request: { readonly triggerId: string; readonly isPaused: boolean },
    caller: Caller,
  ): Promise<Schedule>;
  getHealth(caller: Caller): Promise<ServerHealth>;
}
