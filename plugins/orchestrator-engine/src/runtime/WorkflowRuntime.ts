import type { Actor } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

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
  /** The same key from the same initiator gives the same instance. */
  readonly idempotencyKey?: string;
}

/** What the service sees: embedded today, a distributed engine tomorrow. @public */
export interface WorkflowRuntime {
  /**
   * Accepts an instance; it is durable when this resolves.
   *
   * @returns its id
   * @throws {@link EngineError} `WORKFLOW_NOT_FOUND`, `DEFINITION_INVALID`, `INPUT_INVALID` with a fault for each faulty
   *   member, `IDEMPOTENCY_CONFLICT`, `STORE_UNAVAILABLE`
   */
  start(request: StartRequest): Promise<string>;
  /**
   * Asks an instance to stop; it has been asked durably when this resolves, and ends soon after.
   *
   * @throws {@link EngineError} `INSTANCE_NOT_FOUND`, `STATE_CONFLICT` when it has ended, `STORE_UNAVAILABLE`
   */
  cancel(instanceId: string, by: Actor): Promise<void>;
  /**
   * Begins to run instances, first of all those that an earlier process left. While the database cannot be reached it is tried
   * again.
   */
  startWorkers(): Promise<void>;
  /** Whether instances are being run. */
  isRunning(): boolean;
  /** Takes up nothing more, lets running activities end for at most `graceMs`, and gives all instances back. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}
