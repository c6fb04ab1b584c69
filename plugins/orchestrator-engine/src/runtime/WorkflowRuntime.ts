import type {
  Actor,
  CloudEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Approval } from '../store/ApprovalStore';
import type { TaskAction } from '../TaskAction';
import type { DecisionRequest } from './approvals/Decisions';
import type { AuthTokens } from './secrets/AuthTokens';

/** What is to be run, and for whom. @public */
export interface StartRequest {
  readonly workflowId: string;
  readonly input: Json;
  /** Entity ref of the user, or subject of the service, that starts it. */
  readonly initiator?: string;
  /** Default: `user`. */
  readonly initiatorKind?: 'user' | 'service';
  /** Entity ref of what it is run for. */
  readonly targetEntity?: string;
  /** The same key from the same initiator gives the same instance for 24 hours. */
  readonly idempotencyKey?: string;
  /** What has a higher one is taken up first when instances wait for a worker. Default: 0. */
  readonly priority?: number;
  /** The instance that it is another run of. */
  readonly rerunOf?: string;
  /** What people know it by; at most 255 characters. */
  readonly businessKey?: string;
  /** What people sort it by: names of at most 63 characters, values of at most 255. */
  readonly labels?: { readonly [name: string]: string };
  /** For the services that the workflow calls; kept only when the workflow names `authTokens` among its secrets. */
  readonly authTokens?: AuthTokens;
  /** Makes it a test, which counts in no statistics and is kept for a short time. */
  readonly testSession?: string;
  /** The span in which it is started (W3C Trace Context). Default: its calls make a trace of their own. */
  readonly traceparent?: string;
}

/** What who sends an event is told once it is durable. @public */
export interface EventReceipt {
  /** Whether an event of this source and id had come before; it is given to nobody again. */
  readonly isDuplicate: boolean;
}

/** Who acts and why, and under which key that counts once. @public */
export interface Act {
  /** With the reason. */
  readonly actor: Actor;
  /** The same key of the same actor counts once for 24 hours: later requests are answered as the first one. */
  readonly idempotencyKey?: string;
}

/** @public */
export interface CancelAct extends Act {
  /** Does not wait for what runs. */
  readonly force?: boolean;
}

/** Where and with what a failed instance goes on. @public */
export interface RetryRequest {
  /**
   * JSON pointer of the task to begin again with: a failed one, or an earlier one of a list around a failed one. Default: all failed
   * tasks.
   */
  readonly from?: string;
  /** Given to that task instead of the input that it had. */
  readonly input?: Json;
  /** The definition to go on with: `current`, the present version, or a hash. Default: the one that it has. */
  readonly version?: string;
  /** In place of those that the instance had, which were dropped when it failed. */
  readonly authTokens?: AuthTokens;
}

/** What the service sees: embedded today, a distributed engine tomorrow. @public */
export interface WorkflowRuntime {
  /**
   * Accepts an instance; it is durable when this resolves.
   *
   * @returns its id
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, `DEFINITION_INVALID`, `INPUT_INVALID` with a fault for each faulty
   *   member, `IDEMPOTENCY_CONFLICT`, `OVERLOADED`, `STORE_UNAVAILABLE`; with tokens `ENCRYPTION_KEY_MISSING`
   */
  start(request: StartRequest): Promise<string>;
  /**
   * Keeps an event for those who listen for it, now or later; it is durable when this resolves.
   *
   * @param to - the one instance that it is for. Default: all that listen
   * @throws {@link EngineError} `INPUT_INVALID` when it is no CloudEvent; for one instance `INSTANCE_NOT_FOUND`, `STATE_CONFLICT`
   *   when it has ended; `STORE_UNAVAILABLE`
   */
  deliver(event: CloudEvent, to?: string): Promise<EventReceipt>;
  /**
   * Asks an instance to stop; as the other acts, it has been asked durably when this resolves, and does so soon after.
   *
   * @throws {@link EngineError} `INSTANCE_NOT_FOUND`, `STATE_CONFLICT` with its state and what would be possible,
   *   `IDEMPOTENCY_CONFLICT`, `STORE_UNAVAILABLE`, as the other acts
   */
  cancel(instanceId: string, act: CancelAct): Promise<void>;
  /** Asks an instance to begin no further task; what runs may end. @throws as {@link WorkflowRuntime.cancel} */
  suspend(instanceId: string, act: Act): Promise<void>;
  /** Lets an instance go on that was suspended, or set aside. @throws as {@link WorkflowRuntime.cancel} */
  resume(instanceId: string, act: Act): Promise<void>;
  /**
   * Lets an instance go on that has failed. What has completed is not repeated, unless it comes after the task at `from`.
   *
   * @throws as {@link WorkflowRuntime.cancel}; also `WORKFLOW_NOT_FOUND`, `DEFINITION_INVALID` of another definition;
   *   `AUTH_TOKENS_REQUIRED` when it had tokens and the retry brings none, `ENCRYPTION_KEY_MISSING` when it brings some
   */
  retry(instanceId: string, request: RetryRequest, act: Act): Promise<void>;
  /**
   * Runs an instance's workflow once more, with its present definition, as a new instance.
   *
   * @param request - `input`: default: the input that the instance had
   * @returns the id of the new instance
   * @throws as {@link WorkflowRuntime.start}; also `INSTANCE_NOT_FOUND`
   */
  rerun(
    instanceId: string,
    request: { readonly input?: Json; readonly authTokens?: AuthTokens },
    act: Act,
  ): Promise<string>;
  /**
   * Decides what becomes of one task: of one that has failed, that waits, or that runs a call.
   *
   * @throws as {@link WorkflowRuntime.cancel}; also `TASK_NOT_FOUND`
   */
  actOnTask(
    instanceId: string,
    taskKey: string,
    action: TaskAction,
    act: Act,
  ): Promise<void>;
  /**
   * Decides what people are asked; the actor must be known to be one of them.
   *
   * @returns the approval as it then is: still pending when more people have to decide
   * @throws {@link EngineError} `APPROVAL_NOT_FOUND`, `INPUT_INVALID` with a fault for each faulty member, `STATE_CONFLICT` with
   *   who has decided, `IDEMPOTENCY_CONFLICT`, `STORE_UNAVAILABLE`
   */
  decide(request: DecisionRequest, act: Act): Promise<Approval>;
  /**
   * Begins to run instances, first of all those that an earlier process left. While the database cannot be reached it is tried
   * again.
   */
  startWorkers(): Promise<void>;
  /** Why instances do not get on in this process, when they do not: no worker has begun yet, or the database takes nothing from it. */
  obstacle(): string | undefined;
  /** Of what runs instances in this process, as others that share its database know it; `undefined` while nothing does. */
  workerId(): string | undefined;
  /** Takes up nothing more, lets running activities end for at most `graceMs`, and gives all instances back. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}
