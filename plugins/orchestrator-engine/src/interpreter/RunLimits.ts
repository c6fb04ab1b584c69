/** How far one instance may go; what goes further fails with an error that says so. @public */
export interface RunLimits {
  /** Iterations of one `for`, and items that one `listen` or subscription consumes. */
  readonly iterations: number;
  /** Bytes of one value as JSON text, roughly: the input or output of a task, or `$context`. */
  readonly valueBytes: number;
  /** Functions that call each other. */
  readonly callDepth: number;
  /** Tasks since the last checkpoint, each execution counted: a replay runs over as many. */
  readonly tasks: number;
}

/** Limits where the deployment sets none. @public */
export const DEFAULT_RUN_LIMITS: RunLimits = {
  iterations: 100_000,
  valueBytes: 5 * 1024 * 1024,
  callDepth: 20,
  tasks: 100_000,
};
