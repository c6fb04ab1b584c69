import type {
  Actor,
  ErrorDetails,
  EventData,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { TaskAction } from '../TaskAction';
import type { Checkpoint } from './Checkpoint';
import type { Effect } from './effects';

export type * from './effects';

/** How an activity ended. @public */
export type Outcome =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly error: ErrorDetails };

/** What somebody asks of a run from outside. @public */
export type Asked =
  /** Stop; with `force` without waiting for what runs. */
  | { readonly kind: 'cancel'; readonly force: boolean }
  /** Begin no further task. */
  | { readonly kind: 'suspend' }
  /** Go on after `suspend`. */
  | { readonly kind: 'resume' }
  /** Go on after having failed: with the failed tasks, or with the one at the pointer `from`. */
  | {
      readonly kind: 'retry';
      readonly from?: string;
      /** Given to that task instead of the input that it had. */
      readonly input?: Json;
    }
  /** Decide what becomes of a task that stands at a gate or waits for an effect. */
  | {
      readonly kind: 'act';
      readonly taskKey: string;
      readonly action: TaskAction;
    };

/** What {@link DurableHost.race} came to know. @public */
export type Settled =
  | {
      readonly kind: 'effect';
      readonly id: string;
      readonly outcome: Outcome;
      /** When it settled, milliseconds since the epoch; the same again at every replay. */
      readonly time: number;
    }
  | (Asked & { readonly actor: Actor; readonly time: number });

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
  | 'task.held'
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
  /** Begins an effect, or finds it in the log or open since before a checkpoint. Returns at once. */
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
  /** Asks a running activity or child to stop; it still settles. Forgets a timer, a listener, an approval or a gate at once. */
  cancel(effect: Effect): void;
  /** Progress for the log; never a commit of its own. */
  record(entry: TaskEntry): void;
  /**
   * Called between tasks where a checkpoint can be made. Whether one is made takes no part in what the run decides.
   *
   * @param take - says where the run stands; `undefined` when that cannot be noted now
   * @returns what was noted, as it will be read again; `undefined` when none is made
   */
  checkpoint?(take: () => Checkpoint | undefined): Checkpoint | undefined;
}

/** What starts a run, known before the first effect. @public */
export interface RunStart {
  readonly instanceId: string;
  readonly input: Json;
  /** When the first worker began, milliseconds since the epoch. */
  readonly startedAt: number;
  /** Behaviour of the interpreter that the instance was started with. Default: the present one. */
  readonly behaviour?: number;
}
