import type { ActivityEffect, Outcome } from '../interpreter/DurableHost';

/** What an activity is told besides what to do. @public */
export interface ActivityContext {
  /** Aborts when the result is no longer wanted; the activity must then end soon. */
  readonly signal: AbortSignal;
  /** The same for every execution of the same activity: who is called may use it to do things once. */
  readonly idempotencyKey: string;
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
}
