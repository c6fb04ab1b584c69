import type {
  InstanceFilter,
  ListedWorkflow,
  WorkflowFilter,
  WorkflowListQuery,
  WorkflowPlace,
  WorkflowSettings,
  WorkflowStats,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';
import type { DefinitionText } from './DefinitionService';

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

/** What is to be changed of a workflow, when it is still what the caller has seen. */
export interface WorkflowChange {
  readonly workflowId: string;
  /** Hash of the definition that the caller has seen. Default: whatever it is. */
  readonly expected?: string;
}

/** What is to be set for a workflow. */
export interface WorkflowConfiguration extends WorkflowChange {
  readonly settings: WorkflowSettings;
}

/** What can be run, and what is known of its runs. */
export interface WorkflowService {
  list(query: WorkflowQuery, caller: Caller): Promise<readonly Workflow[]>;
  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, as the next ones but `create` */
  get(request: WorkflowRequest, caller: Caller): Promise<Workflow>;
  /** @throws {@link ServiceError} `DEFINITION_INVALID`, `WORKFLOW_EXISTS` */
  create(text: DefinitionText, caller: Caller): Promise<Workflow>;
  /** @throws {@link ServiceError} `DEFINITION_INVALID`, `WORKFLOW_READ_ONLY`, `VERSION_CONFLICT` */
  update(
    change: WorkflowChange & DefinitionText,
    caller: Caller,
  ): Promise<Workflow>;
  /** @throws {@link ServiceError} `VERSION_CONFLICT` */
  configure(change: WorkflowConfiguration, caller: Caller): Promise<Workflow>;
  /** @throws {@link ServiceError} `WORKFLOW_READ_ONLY`, `VERSION_CONFLICT` */
  delete(change: WorkflowChange, caller: Caller): Promise<void>;
}
