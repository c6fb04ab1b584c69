import type {
  Actor,
  ErrorDetails,
  EventData,
  TimerPurpose,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** An HTTP request as a task asks for it. Data, never a closure. @public */
export interface HttpEffect {
  readonly kind: 'http';
  readonly id: string;
  readonly taskKey: string;
  readonly method: string;
  /** Absolute: `http:`, `https:` or `plugin://<pluginId>/<path>`. */
  readonly uri: string;
  readonly headers: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: Json };
  readonly body?: Json;
  readonly output: 'raw' | 'content' | 'response';
  readonly redirect: boolean;
}

/** What a timer waits for, for people. @public */
export interface TimerDetails {
  readonly wait: {};
  readonly backoff: {
    readonly attempt: number;
    readonly of?: number;
    readonly error: ErrorDetails;
  };
  readonly timeout: {};
  readonly turn: {};
}

/** A point in time to wait for. @public */
export type TimerEffect = {
  [P in TimerPurpose]: {
    readonly kind: 'timer';
    readonly id: string;
    /** Absent when it is the whole workflow's. */
    readonly taskKey?: string;
    readonly purpose: P;
    /** Milliseconds since the epoch. */
    readonly until: number;
    readonly details: TimerDetails[P];
  };
}[TimerPurpose];

/** An effect that something outside the engine carries out. @public */
export type ActivityEffect = HttpEffect;

/** All that the interpreter can ask of the world. @public */
export type Effect = ActivityEffect | TimerEffect;

/** How an activity ended. @public */
export type Outcome =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly error: ErrorDetails };

/** What {@link DurableHost.race} came to know. @public */
export type Settled =
  | {
      readonly kind: 'effect';
      readonly id: string;
      readonly outcome: Outcome;
      /** When it settled, milliseconds since the epoch; the same again at every replay. */
      readonly time: number;
    }
  | { readonly kind: 'cancel'; readonly actor: Actor; readonly time: number };

/** Types of entries that the interpreter writes itself. @public */
export type RecordedType =
  | 'instance.status_changed'
  | 'instance.completed'
  | 'instance.failed'
  | 'instance.cancelled'
  | 'task.started'
  | 'task.completed'
  | 'task.failed'
  | 'task.skipped'
  | 'task.cancelled';

/** A value-carrying member of an entry is plain JSON here; the host decides how it is kept. @public */
export type WithValues<D> = {
  readonly [K in keyof D]: K extends 'input' | 'output' ? Json : D[K];
};

/** Progress for the log. @public */
export type TaskEntry = {
  [T in RecordedType]: {
    readonly type: T;
    readonly taskKey?: string;
    /** Milliseconds since the epoch. */
    readonly time: number;
    readonly actor?: Actor;
    readonly data: WithValues<EventData[T]>;
  };
}[RecordedType];

/**
 * The only door from the interpreter to the world. Same log, same decisions.
 *
 * `start` and `record` are called in a deterministic order; a replaying host checks them against its log.
 *
 * @public
 */
export interface DurableHost {
  /** Begins an effect, or finds it in the log. Returns at once. */
  start(effect: Effect): void;
  /**
   * The one point where anything waits: resolves with what settles first. The winner is recorded, so replay picks the same.
   * May never resolve: a parked instance is dropped here and replayed later.
   */
  race(): Promise<Settled>;
  /**
   * Called between tasks, also those that wait for nothing: the host may let other work of its process go first.
   * `undefined` when there is no need to. Takes no part in what the run decides.
   */
  breathe(): Promise<void> | undefined;
  /** Asks a running activity to stop; it still settles. Forgets a timer at once. */
  cancel(effect: Effect): void;
  /** Progress for the log; never a commit of its own. */
  record(entry: TaskEntry): void;
}

/** What starts a run, known before the first effect. @public */
export interface RunStart {
  readonly instanceId: string;
  readonly input: Json;
  /** When the first worker began, milliseconds since the epoch. */
  readonly startedAt: number;
}
