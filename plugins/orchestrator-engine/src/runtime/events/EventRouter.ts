/**
 * Brings events and those who listen for them together.
 *
 * Owns nothing durable: what is to be done stands in the store (events not routed, listeners not caught up, signals not
 * announced), so whoever comes next goes on where another has died, and several may do the same work without harm.
 *
 * - E1 An event is routed to all who listen when it is routed, a listener is caught up on all events that had come when it began:
 *   the later of the two finds the other, so no event is missed.
 * - E2 The same event for the same listener is the same signal: no event is delivered twice.
 */
import type { ExpressionEvaluator } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Await,
  AwaitPlace,
  AwaitShape,
  EventSignal,
  EventStore,
  InboxEvent,
  ScheduledEvent,
} from '../../store/EventStore';
import { scheduleOf } from '../../store/ScheduleStore';
import type { Clock } from '../Clock';
import { messageOf, type EngineLogger } from '../EngineLogger';
import { EventReader } from './EventReader';
import { eventSignal, expectationOf } from './listeners';
import { eventKey } from './matchKeys';

/** What a router needs. */
export interface EventRouterOptions {
  readonly store: EventStore;
  readonly expressions: ExpressionEvaluator;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  /** How often it looks for what others have left undone. Milliseconds. */
  readonly pollMs: number;
  /** Instances have become due. */
  readonly onAnnounced: () => void;
  /** Events have come for schedules. */
  readonly onScheduled?: () => void;
}

/** Events, listeners, signals read at once. */
const BATCH = 100;

/** How long to leave alone instances that somebody is writing to. Milliseconds. */
const ANNOUNCE_AGAIN_MS = 50;

/** See the module header. */
export class EventRouter {
  readonly #options: EventRouterOptions;
  readonly #reader: EventReader;
  #cancelPoll = () => {};
  #passing: Promise<void> | undefined;
  #isWanted = false;
  #state: 'idle' | 'polling' | 'stopped' = 'idle';

  constructor(options: EventRouterOptions) {
    this.#options = options;
    this.#reader = new EventReader(options.expressions);
  }

  /** Looks at once, and from then on regularly, for what others have left undone. */
  start(): void {
    if (this.#state === 'idle') this.#state = 'polling';
    this.nudge();
  }

  /** There may be something to do: looks at once. */
  nudge(): void {
    if (this.#state === 'stopped') return;
    this.#isWanted = true;
    this.#passing ??= this.#passWhileWanted();
  }

  /** Ends after what it is doing now. */
  async stop(): Promise<void> {
    this.#state = 'stopped';
    this.#isWanted = false;
    this.#cancelPoll();
    await this.#passing;
  }

  async #passWhileWanted() {
    this.#cancelPoll();
    let nextMs = this.#options.pollMs;
    while (this.#isWanted) {
      this.#isWanted = false;
      try {
        await this.#routeAll();
        await this.#catchUpAll();
        const isAllAnnounced = await this.#announceAll();
        if (!isAllAnnounced) nextMs = ANNOUNCE_AGAIN_MS;
      } catch (error) {
        const { logger } = this.#options;
        logger.warn(`Events wait to be routed: ${messageOf(error)}`);
      }
    }
    this.#passing = undefined;
    if (this.#state !== 'polling') return;
    const { clock } = this.#options;
    this.#cancelPoll = clock.schedule(() => this.nudge(), nextMs);
  }

  async #routeAll() {
    const { store } = this.#options;
    for (;;) {
      const events = await store.unrouted(BATCH);
      if (events.length > 0) await this.#route(events);
      if (events.length < BATCH) return;
    }
  }

  /** E1: the listeners are read after the events. */
  async #route(events: readonly InboxEvent[]) {
    const { store, onScheduled } = this.#options;
    const forOne = events.filter(({ target }) => target !== undefined);
    for (const event of forOne) {
      const awaits = await store.awaitsOf(event.target!);
      const { signals } = this.#meetingsOf(awaits, [event]);
      await store.dispatch({ signals });
    }
    const forAll = events.filter(({ target }) => target === undefined);
    const scheduled = await this.#routeToAll(forAll);
    const routed = events.map(({ position }) => position);
    await store.dispatch({ signals: [], scheduled, routed });
    if (scheduled.length > 0) onScheduled?.();
  }

  /** Tells instances. @returns what is for schedules */
  async #routeToAll(
    events: readonly InboxEvent[],
  ): Promise<readonly ScheduledEvent[]> {
    if (events.length === 0) return [];
    const { store } = this.#options;
    const matchKeys = this.#keysOf(events, await store.shapes());
    const forSchedules: ScheduledEvent[] = [];
    let after: AwaitPlace | undefined;
    for (;;) {
      const awaits = await store.awaiting({ matchKeys, after, limit: BATCH });
      const { signals, scheduled } = this.#meetingsOf(awaits, events);
      forSchedules.push(...scheduled);
      await store.dispatch({ signals });
      if (awaits.length < BATCH) return forSchedules;
      after = awaits.at(-1);
    }
  }

  #keysOf(
    events: readonly InboxEvent[],
    shapes: readonly AwaitShape[],
  ): readonly string[] {
    const keys = events.flatMap(({ event }) =>
      shapes.flatMap(shape => eventKey(shape, event, this.#reader) ?? []),
    );
    return [...new Set(keys)];
  }

  #meetingsOf(
    awaits: readonly Await[],
    events: readonly InboxEvent[],
  ): {
    readonly signals: readonly EventSignal[];
    readonly scheduled: readonly ScheduledEvent[];
  } {
    const meetings = awaits.flatMap(one =>
      events
        .filter(({ event }) => this.#reader.meets(event, expectationOf(one)))
        .map(event => ({ one, event, scheduleId: scheduleOf(one.ownerId) })),
    );
    return {
      signals: meetings.flatMap(({ one, event, scheduleId }) =>
        scheduleId === undefined ? eventSignal(one, event) : [],
      ),
      scheduled: meetings.flatMap(({ event, scheduleId }) =>
        scheduleId === undefined ? [] : { scheduleId, event },
      ),
    };
  }

  async #catchUpAll() {
    const { store } = this.#options;
    for (;;) {
      const awaits = await store.behind(BATCH);
      const found = await Promise.all(awaits.map(one => this.#earliest(one)));
      const signals = found.flatMap((event, index) =>
        event ? eventSignal(awaits[index], event) : [],
      );
      if (awaits.length > 0)
        await store.dispatch({ signals, caughtUp: awaits });
      if (awaits.length < BATCH) return;
    }
  }

  /** E1: the first event that the listener has missed and may still take. */
  async #earliest(one: Await): Promise<InboxEvent | undefined> {
    const { store } = this.#options;
    const expectation = expectationOf(one);
    const { type } = expectation.literals;
    let isTaken: ((event: InboxEvent) => boolean) | undefined;
    let afterPosition = 0;
    for (;;) {
      const events = await store.received({
        ...(typeof type === 'string' && { types: [type] }),
        target: one.ownerId,
        since: one.since,
        afterPosition,
        limit: BATCH,
      });
      for (const event of events) {
        if (!this.#reader.meets(event.event, expectation)) continue;
        isTaken ??= await this.#takenBefore(one);
        if (!isTaken(event)) return event;
      }
      if (events.length < BATCH) return undefined;
      afterPosition = events.at(-1)!.position;
    }
  }

  async #takenBefore(one: Await): Promise<(event: InboxEvent) => boolean> {
    const taken = await this.#options.store.takenBefore(one);
    const known = new Set(taken.map(({ source, id }) => `${source} ${id}`));
    return ({ event: { source, id } }) => known.has(`${source} ${id}`);
  }

  /** Whether none is left for the next time. */
  async #announceAll(): Promise<boolean> {
    const { store, clock, onAnnounced } = this.#options;
    for (;;) {
      const batch = { now: clock.now(), limit: BATCH };
      const { found, left } = await store.announce(batch);
      if (found > left) onAnnounced();
      if (left > 0 || found < BATCH) return left === 0;
    }
  }
}
