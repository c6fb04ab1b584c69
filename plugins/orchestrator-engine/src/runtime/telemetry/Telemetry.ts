/** What a measurement is about, besides its name. Never payloads, never secrets. @public */
export type TelemetryAttributes = {
  readonly [name: string]: string | number | boolean;
};

/** Things that are counted. @public */
export interface CountedNames {
  /** Instances accepted by this process. */
  'orchestrator.instances.started': { readonly workflow: string };
  'orchestrator.instances.ended': {
    readonly workflow: string;
    readonly status: string;
  };
  /** Instances taken over from processes that had died. */
  'orchestrator.instances.taken_over': {};
  /** Events that came; duplicates, too. */
  'orchestrator.events.received': { readonly isDuplicate: boolean };
  /** Attempts to send an event to a webhook: `delivered`, `pending` (it will be tried again) or `failed`. */
  'orchestrator.webhooks.attempts': { readonly outcome: string };
}

/** Things that are measured. @public */
export interface MeasuredNames {
  /** From when a step was ready to when it was in the log. Milliseconds. */
  'orchestrator.step.commit_lag': {};
  /** How many steps and new instances left in one transaction. */
  'orchestrator.commit.size': {};
  /** Milliseconds. */
  'orchestrator.commit.duration': {};
  /** Milliseconds. */
  'orchestrator.activity.duration': {
    readonly kind: string;
    readonly ok: boolean;
  };
  /** From when a timer was due to when it fired. Milliseconds. */
  'orchestrator.timer.lag': { readonly purpose: string };
  /** How many instances are due and wait for a worker, as far as this process has counted. */
  'orchestrator.queue.depth': {};
  /** How long one attempt to send an event to a webhook took. Milliseconds. */
  'orchestrator.webhooks.duration': { readonly outcome: string };
  /** How many events are still to be sent to webhooks, as the process counts that queues them. */
  'orchestrator.webhooks.backlog': {};
}

/** Where the engine's measurements go. Must be quick and must not throw. @public */
export interface Telemetry {
  count<N extends keyof CountedNames>(
    name: N,
    by: number,
    attributes: CountedNames[N],
  ): void;
  measure<N extends keyof MeasuredNames>(
    name: N,
    value: number,
    attributes: MeasuredNames[N],
  ): void;
}

/** Measures nothing. @public */
export const noTelemetry: Telemetry = { count() {}, measure() {} };
