import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  AuthTokens,
  Instance,
  RetryRequest,
  TaskAction,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

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

/** An instance to run once more. */
export interface RerunRequest {
  readonly instanceId: string;
  /** Default: the one that it had. */
  readonly input?: Json;
  readonly idempotencyKey?: string;
  /** For the services that the workflow calls. */
  readonly authTokens?: AuthTokens;
}

/** What is to become of an instance, or of a task of it. */
export type ActTerms =
  | { readonly verb: 'suspend' | 'resume' }
  | { readonly verb: 'cancel'; readonly force: boolean }
  | { readonly verb: 'retry'; readonly request: RetryRequest }
  | {
      readonly verb: 'act';
      /** Key of a run of the task, or its pointer: then its latest run. */
      readonly task: string;
      readonly action: TaskAction;
    };

/** What is asked of an instance. */
export type InstanceAct = ActTerms & {
  readonly instanceId: string;
  /** Why, for the log. */
  readonly reason?: string;
  readonly idempotencyKey?: string;
};

/** What is to be done: to run a workflow, and what becomes of an instance. */
export interface OrderService {
  /**
   * @returns the id of the instance
   * @throws {@link EngineError} as `WorkflowRuntime.start`
   */
  execute(request: ExecuteRequest, caller: Caller): Promise<string>;
  /**
   * @returns the id of the new instance
   * @throws {@link EngineError} `INSTANCE_NOT_FOUND`, as the next ones; and as `WorkflowRuntime.rerun`
   */
  rerun(request: RerunRequest, caller: Caller): Promise<string>;
  /** @throws {@link EngineError} as the acts of `WorkflowRuntime` */
  act(act: InstanceAct, caller: Caller): Promise<Instance>;
  /** @throws {@link ServiceError} `STATE_CONFLICT` when it has not ended */
  delete(instanceId: string, caller: Caller): Promise<void>;
}
