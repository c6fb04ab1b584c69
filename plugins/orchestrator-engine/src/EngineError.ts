/**
 * Codes of {@link EngineError}: stable, part of the API's contract.
 *
 * @public
 */
export type EngineErrorCode =
  | 'WORKFLOW_NOT_FOUND'
  | 'INSTANCE_NOT_FOUND'
  | 'TASK_NOT_FOUND'
  | 'PAYLOAD_NOT_FOUND'
  | 'APPROVAL_NOT_FOUND'
  | 'WEBHOOK_NOT_FOUND'
  | 'DELIVERY_NOT_FOUND'
  | 'DEFINITION_INVALID'
  | 'WORKFLOW_DISABLED'
  | 'INPUT_INVALID'
  | 'STATE_CONFLICT'
  | 'IDEMPOTENCY_CONFLICT'
  | 'OVERLOADED'
  | 'AUTH_TOKENS_REQUIRED'
  | 'NOT_IMPLEMENTED'
  | 'ENCRYPTION_KEY_MISSING'
  | 'STORE_UNAVAILABLE';

/** What a caller of the engine can act on; errors inside a run are `WorkflowError`s. @public */
export class EngineError extends Error {
  readonly name = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: { cause?: unknown; faults?: readonly Fault[] },
  ) {
    super(message, options);
    this.faults = options?.faults ?? [];
  }

  /** What is wrong with the value that was given, fault by fault. */
  readonly faults: readonly Fault[];
}

/** Whether the database could not be reached: a later try may not meet it. */
export function isUnavailable(error: unknown): error is EngineError {
  return error instanceof EngineError && error.code === 'STORE_UNAVAILABLE';
}

/** One thing that is wrong with a value. @public */
export interface Fault {
  /** JSON pointer of the faulty member. */
  readonly pointer: string;
  readonly message: string;
}
