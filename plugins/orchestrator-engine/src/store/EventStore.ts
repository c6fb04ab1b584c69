import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Signal } from './InstanceStore';

/** An event that has come. @public */
export interface NewInboxEvent {
  readonly event: CloudEvent;
  /** The one instance that it is for. Default: all that listen. */
  readonly target?: string;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

/** An event as the inbox keeps it. @public */
export interface InboxEvent extends NewInboxEvent {
  /** The order in which it came. */
  readonly position: number;
}

/**
 * What of an event decides by which keys its listeners are looked for, as text; distinct ones are as few as the ways in which
 * definitions write their filters.
 *
 * @public
 */
export interface AwaitShape {
  /** Its hash. */
  readonly id: string;
  readonly text: string;
}

/** A shape that listeners have, or had. @public */
export interface KnownShape extends AwaitShape {
  /** Events received from then on have a key of this shape. Absent: perhaps none has. Milliseconds since the epoch. */
  readonly indexedSince?: number;
}

/** A key by which an event is found. @public */
export interface EventKey extends EventPlace {
  readonly matchKey: string;
}

/** The place of an event in the order in which events count. @public */
export type EventPlace = Pick<InboxEvent, 'receivedAt' | 'position'>;

/** What one expectation of a listener adds to a step that announces it. @public */
export interface NewAwait {
  readonly effectId: string;
  /** Of the task that listens. */
  readonly taskKey: string;
  /** Index of the expectation. */
  readonly expectation: number;
  readonly shape: AwaitShape;
  /** An event has this key, by the shape, or it is not meant. */
  readonly matchKey: string;
  /** All that is expected; the store does not read it. */
  readonly expects: Json;
  /** Events that were received earlier do not count. Milliseconds since the epoch. */
  readonly since: number;
}

/** Somebody who listens. @public */
export interface Await extends Omit<NewAwait, 'shape' | 'effectId'> {
  /** The instance or the schedule. */
  readonly ownerId: string;
  readonly effectId: string;
}

/** A signal that an event has come for a listener. @public */
export type EventSignal = Extract<Signal, { readonly kind: 'event' }>;

/** An event that has come for a schedule. @public */
export interface ScheduledEvent {
  readonly scheduleId: string;
  readonly event: InboxEvent;
}

/** What a router has found out. @public */
export interface Dispatch {
  readonly signals: readonly EventSignal[];
  /** Events for schedules that listen: kept with the note that they are routed, unless somebody has noted that before. */
  readonly scheduled?: readonly ScheduledEvent[];
  /** Positions of events that need not be routed any more. */
  readonly routed?: readonly number[];
  /** Listeners that have been caught up. */
  readonly caughtUp?: readonly AwaitPlace[];
}

/** The place of a listener in the order in which pages list them. @public */
export type AwaitPlace = Pick<Await, 'ownerId' | 'effectId' | 'expectation'>;

/** A task has begun to listen, or asks for one more event; with `event` it has taken that. @public */
export interface ListeningEntry {
  /** Of the entry in the log. */
  readonly seq: number;
  readonly taskKey: string;
  readonly event?: EventIdentity;
}

/** What a log tells of who listens and what was taken. @public */
export interface TakenSince {
  /** In order. */
  readonly entries: readonly ListeningEntry[];
  /**
   * Present when entries have been deleted that were asked for: events that had been taken until then, as far as they are still in
   * the inbox. Who took them is not known, and whoever does not begin to listen in `entries` began later.
   */
  readonly deleted?: readonly EventIdentity[];
}

/**
 * The inbox, and who listens to it.
 *
 * An event is a committed row before it is acknowledged, and a listener before it waits. Whoever of the two comes second finds
 * the other: routing an event reads the listeners after the event's commit, catching a listener up reads the events after the
 * listener's commit. Both may be done twice; signals carry ids that say what they are, so the second time adds nothing.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface EventStore {
  /** Keeps an event. `false` when one of this source and id, for the same target, is there already. */
  accept(event: NewInboxEvent): Promise<boolean>;

  /** Whether there are events to route, listeners to catch up, or signals to announce. */
  hasWork(): Promise<boolean>;
  /** Events not yet routed, in order. */
  unrouted(limit: number): Promise<readonly InboxEvent[]>;
  /** All shapes there are. */
  shapes(): Promise<readonly KnownShape[]>;
  /** Keeps keys of events; those that are there already stay. */
  index(keys: readonly EventKey[]): Promise<void>;
  /** Notes that all events received from then on have a key of the shape. */
  noteIndexed(shapeId: string, since: number): Promise<void>;
  /** Listeners with one of the keys, in the order of keys and places. */
  awaiting(page: {
    readonly matchKeys: readonly string[];
    readonly after?: AwaitPlace & Pick<Await, 'matchKey'>;
    readonly limit: number;
  }): Promise<readonly Await[]>;
  /** Listeners of one owner. */
  awaitsOf(ownerId: string): Promise<readonly Await[]>;

  /** Listeners for whom the events that came before them have not been looked through. */
  behind(limit: number): Promise<readonly Await[]>;
  /** Events received in a time, for whomever, in the order in which they count. */
  received(page: {
    readonly since: number;
    /** Default: until now. */
    readonly before?: number;
    readonly after?: EventPlace;
    readonly limit: number;
  }): Promise<readonly InboxEvent[]>;
  /** Those of the keys that events have which were received since then. */
  keysSince(
    matchKeys: readonly string[],
    since: number,
  ): Promise<ReadonlySet<string>>;
  /** Events for all or for `target` that have a key, in the order in which they count. */
  receivedWith(page: {
    readonly matchKey: string;
    readonly target: string;
    readonly since: number;
    readonly after?: EventPlace;
    readonly limit: number;
  }): Promise<readonly InboxEvent[]>;
  /** What the log of an instance tells, after an entry, of who listens and what was taken. @param afterSeq - 0: from its beginning */
  takenSince(instanceId: string, afterSeq: number): Promise<TakenSince>;

  /**
   * Keeps signals, not yet announced, and notes what they are the last of, in one transaction. Signals that are there already
   * stay as they are.
   */
  dispatch(dispatch: Dispatch): Promise<void>;

  /**
   * Makes instances due, at once, whose signals have not been announced, those of the oldest signals first, and drops signals of instances
   * that have ended. Instances that somebody is writing to right now are left for the next time, and those with listeners still
   * to be caught up are not looked at: earlier events come first.
   *
   * @returns how many signals it found, and how many of these it had to leave
   */
  announce(
    limit: number,
  ): Promise<{ readonly found: number; readonly left: number }>;
}

/** What makes an event this one and no other. @public */
export type EventIdentity = Pick<CloudEvent, 'source' | 'id'>;
