import type { Secrets } from './secrets/Secrets';

/** One carrying out of an effect, as those who take part in it see it. */
export interface Call {
  /** Aborts when the result is no longer wanted, or late. */
  readonly signal: AbortSignal;
  /** The same for every execution of the same activity. */
  readonly idempotencyKey: string;
  /** The span that it is part of (W3C Trace Context). */
  readonly traceparent?: string;
  /** To be called right before anything leaves the process, as in `ActivityContext`. */
  readonly requireLease: () => void;
  /** What must not be told of this call. */
  readonly secrets: Secrets;
}
