import type { ActivityEffect, Outcome } from '../interpreter/DurableHost';

/** One carrying out of an activity. @public */
export interface ActivityCall {
  /** Aborts when the result is no longer wanted; the activity must then end soon. */
  readonly signal: AbortSignal;
  /** The same for every execution of the same activity: who is called may use it to do things once. */
  readonly idempotencyKey: string;
  /** The span that it is part of (W3C Trace Context): who is called is told, unless the definition says otherwise. */
  readonly traceparent?: string;
}

/** What an activity is told besides what to do. @public */
export interface ActivityContext extends ActivityCall {
  /**
   * To be called right before anything leaves the process, in the same turn: after names are looked up, connections made, and turns
   * waited for. When it throws, nothing may leave: the process may have stood still, and the instance belong to another. The
   * activity then just ends; how does not count, and it is carried out anew as soon as the lease is certain.
   */
  readonly requireLease: () => void;
}

/** How an activity ended, with what people may want to know of it. @public */
export interface ActivityResult {
  readonly outcome: Outcome;
  /** HTTP status, when an answer came. */
  readonly status?: number;
}

/** Carries out effects in the world. Never rejects: a failure is an outcome. @public */
export interface ActivityExecutor<E extends ActivityEffect = ActivityEffect> {
  execute(effect: E, context: ActivityContext): Promise<ActivityResult>;
  /**
   * A task has ended: what is kept for it beyond its single activities can go. May be called for tasks that had none.
   *
   * @param idempotencyKey - that of its activities
   */
  taskEnded?(idempotencyKey: string): void;
}
