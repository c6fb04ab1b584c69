import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { NewAwait } from './EventStore';

/** How a schedule says when. @public */
export type ScheduleKind = 'every' | 'cron' | 'after' | 'on';

/** A schedule of the definition that a workflow has now. @public */
export interface NewSchedule {
  readonly kind: ScheduleKind;
  /** What the definition says, as text: another text makes it another schedule. */
  readonly spec: string;
  /** When it is due first. Milliseconds since the epoch, as are all times. */
  readonly nextAt?: number;
  /** Of `on`: what it listens for. */
  readonly awaits?: readonly NewAwait[];
}

/** A schedule as it stands. @public */
export interface Schedule extends Omit<NewSchedule, 'awaits'> {
  /** `<workflow id>:<kind>`. */
  readonly id: string;
  readonly workflowId: string;
  /** When it was first seen: what `every` counts from. */
  readonly anchorAt: number;
  /** Occurrences that are claimed and not yet started. */
  readonly pending: readonly number[];
  /** When it last started something. */
  readonly lastAt?: number;
  readonly lastInstanceId?: string;
  readonly isPaused: boolean;
  /** Whether its workflow may be run. */
  readonly isEnabled: boolean;
}

/** An event that a schedule has not yet made use of. @public */
export interface ScheduleEvent {
  /** In the inbox. */
  readonly position: number;
  readonly event: CloudEvent;
  /** Whether it belongs to the set that is being collected; else it has not been looked at. */
  readonly isTaken: boolean;
}

/** What became of one time at which a schedule was due, or of events that it has collected. @public */
export interface Occurrence {
  readonly scheduleId: string;
  /** Tells it from the others of its schedule. */
  readonly name: string;
  /** Absent where events have brought it about. */
  readonly dueAt?: number;
  /** When it was looked at. */
  readonly at: number;
  /** What was started. */
  readonly instanceId?: string;
  /** Why nothing was started. */
  readonly skipped?: string;
}

/** The place of an occurrence in the order in which pages list them. @public */
export type OccurrencePlace = Pick<Occurrence, 'at' | 'name'>;

/**
 * When workflows start by themselves.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface ScheduleStore {
  /** All workflows, with the hash of the definition that they have now; without one when that cannot run. */
  workflows(): Promise<
    readonly { readonly workflowId: string; readonly hash?: string }[]
  >;
  list(): Promise<readonly Schedule[]>;
  /**
   * Makes these the schedules of a workflow, no others. One whose text is the same goes on as it stands.
   *
   * @param at - when they are seen
   */
  replace(
    workflowId: string,
    schedules: readonly NewSchedule[],
    at: number,
  ): Promise<void>;
  /** Those that are due or have occurrences that are not yet started; paused ones, too. */
  due(now: number): Promise<readonly Schedule[]>;
  /** Claims occurrences and says when it is due next. `false` when it is not due at `dueAt` any more. */
  claim(claim: {
    readonly id: string;
    readonly dueAt: number;
    readonly pending: readonly number[];
    readonly nextAt?: number;
    /** What is not started of what was due. */
    readonly skipped?: Occurrence;
  }): Promise<boolean>;
  /** What was claimed has been started, or cannot be; it is due again at `nextAt`, when that is given. */
  started(started: {
    readonly id: string;
    readonly occurrences: readonly Occurrence[];
    readonly nextAt?: number;
  }): Promise<void>;
  /** Schedules of kind `after` that nothing makes due: their instance has ended, at `endedAt`, or is not there any more. */
  ended(): Promise<
    readonly { readonly schedule: Schedule; readonly endedAt?: number }[]
  >;
  /** Makes such a schedule due. */
  makeDue(id: string, nextAt: number): Promise<void>;
  /** Schedules that hold events which nobody has looked at, and that may start something. */
  withEvents(): Promise<readonly Schedule[]>;
  /** Events of a schedule, in order. */
  events(page: {
    readonly id: string;
    readonly isTaken: boolean;
    readonly afterPosition: number;
    readonly limit: number;
  }): Promise<readonly ScheduleEvent[]>;
  /** Keeps events for the set that is being collected, and drops those that are of no use, or made use of. One transaction. */
  collected(collected: {
    readonly id: string;
    /** Positions. */
    readonly taken: readonly number[];
    readonly dropped: readonly number[];
    /** What the set that is complete has come to. */
    readonly occurrence?: Occurrence;
  }): Promise<void>;
  /** What has become of a schedule's occurrences, the last first. */
  occurrences(page: {
    readonly scheduleId: string;
    readonly after?: OccurrencePlace;
    readonly limit: number;
  }): Promise<readonly Occurrence[]>;
  /**
   * A paused schedule starts nothing: times that pass meanwhile are not made up for, and events that come meanwhile are not for it.
   *
   * @returns whether there is such a schedule
   */
  setPaused(id: string, isPaused: boolean): Promise<boolean>;
}

/** The owner of what a schedule listens for. @public */
export function scheduleOwner(id: string): string {
  return `${OWNER_PREFIX}${id}`;
}

/** The schedule that an owner of listeners is; `undefined` when it is an instance. @public */
export function scheduleOf(ownerId: string): string | undefined {
  return ownerId.startsWith(OWNER_PREFIX)
    ? ownerId.slice(OWNER_PREFIX.length)
    : undefined;
}

const OWNER_PREFIX = 'schedule:';
