/**
 * Brings events and those who listen for them together.
 *
 * Owns nothing durable: what is to be done stands in the store (events not routed, listeners not caught up, signals not
 * announced), so whoever comes next goes on where another has died, and several may do the same work without harm.
 *
 * - E1 An event gets its keys, then goes to all who listen; a listener is committed, then caught up on all events that have its key: the
 *   later of the two finds the other, so no event is missed. Of a shape that was not yet known when an event got its keys, the keys
 *   are made when its first listener is caught up.
 * - E2 The same event for the same listener is the same signal: no event is delivered twice.
 */
import type { ExpressionEvaluator } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Await,
  EventSignal,
  EventStore,
  InboxEvent,
  ScheduledEvent,
} from '../../store/EventStore';
import { scheduleOf } from '../../store/ScheduleStore';
import type { Clock } from '../Clock';
import { messageOf, type EngineLogger } from '../EngineLogger';
import { CatchUp } from './CatchUp';
import { EventReader } from './EventReader';
import { keysOfEvents, type KeyedEvent } from './keysOfEvents';
import { eventSignal, expectationOf } from './listeners';

/** What a router needs. */
export interface EventRouterOptions {
  readonly store: EventStore;
  readonly expressions: ExpressionEvaluator;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  /** How often it looks for what others have left undone. Milliseconds. */
  readonly pollMs: number;
  /** Whether it is up to this process; while it is not, all is left to others. Default: it is. */
  readonly isWorking?: () => boolean;
  /** Instances have become due. */
  readonly onAnnounced: () => void;
  /** Events have come for schedules. */
  readonly onScheduled?: () => void;
}

/** Events, listeners, signals read at once. */
const BATCH = 200;

/** How long to leave alone instances that somebody is writing to. Milliseconds. */
const ANNOUNCE_AGAIN_MS = 50;

/** See the module header. */
export class EventRouter {
  readonly #options: EventRouterOptions;
  readonly #reader: EventReader;
  readonly #catchUp: CatchUp;
  #cancelPoll = () => {};
  #passing: Promise<void> | undefined;
  #isWanted = false;
  #state: 'idle' | 'polling' | 'stopped' = 'idle';

  constructor(options: EventRouterOptions) {
    this.#options = options;
    this.#reader = new EventReader(options.expressions);
    this.#catchUp = new CatchUp(options.store, this.#reader);
  }

  /** Looks at once, and from then on regularly, for what others have left undone. */
  start(): void {
    if (this.#state === 'idle') this.#state = 'polling';
    this.nudge();
  }

  /** There may be something to do: looks at once. */
  nudge(): void {
    if (this.#state === 'stopped' || !this.#isWorking) return;
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

  get #isWorking(): boolean {
    return this.#options.isWorking?.() ?? true;
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
        this.#warn(error);
      }
    }
    this.#rest(nextMs);
  }

  /** One question while nothing happens. */
  async #lookForWork() {
    try {
      const isLeft = this.#isWorking && (await this.#options.store.hasWork());
      if (isLeft && this.#state !== 'stopped') this.#isWanted = true;
    } catch (error) {
      this.#warn(error);
    }
    await this.#passWhileWanted();
  }

  #rest(ms: number) {
    this.#passing = undefined;
    if (this.#state !== 'polling') return;
    const { clock } = this.#options;
    this.#cancelPoll = clock.schedule(() => {
      this.#passing ??= this.#lookForWork();
    }, ms);
  }

  #warn(error: unknown) {
    const { logger } = this.#options;
    logger.warn(`Events wait to be routed: ${messageOf(error)}`);
  }

  async #routeAll() {
    const { store } = this.#options;
    for (;;) {
      const events = await store.unrouted(BATCH);
      if (events.length > 0) await this.#route(events);
      if (events.length < BATCH) return;
    }
  }

  /** E1: the events have their keys before the listeners are read. */
  async #route(events: readonly InboxEvent[]) {
    const { store, onScheduled } = this.#options;
    const shapes = await store.shapes();
    const keyed = keysOfEvents(events, shapes, this.#reader);
    await store.index(keyed.map(({ key }) => key));
    await this.#routeToOne(events.filter(isForOne));
    const scheduled = await this.#routeToAll(
      keyed.filter(({ event }) => !isForOne(event)),
    );
    const routed = events.map(({ position }) => position);
    await store.dispatch({ signals: [], scheduled, routed });
    if (scheduled.length > 0) onScheduled?.();
  }

  async #routeToOne(events: readonly InboxEvent[]) {
    const { store } = this.#options;
    for (const event of events) {
      const awaits = await store.awaitsOf(event.target ?? '');
      const { signals } = this.#meetingsOf(awaits, () => [event]);
      await store.dispatch({ signals });
    }
  }

  /** Tells instances. @returns what is for schedules */
  async #routeToAll(
    keyed: readonly KeyedEvent[],
  ): Promise<readonly ScheduledEvent[]> {
    const { store } = this.#options;
    const byKey = new Map<string, InboxEvent[]>();
    for (const { key, event } of keyed) {
      const known = byKey.get(key.matchKey) ?? [];
      byKey.set(key.matchKey, [...known, event]);
    }
    const matchKeys = [...byKey.keys()];
    const forSchedules: ScheduledEvent[] = [];
    let after: Await | undefined;
    for (;;) {
      const page = { matchKeys, after, limit: BATCH };
      const awaits = await store.awaiting(page);
      const { signals, scheduled } = this.#meetingsOf(
        awaits,
        ({ matchKey }) => byKey.get(matchKey) ?? [],
      );
      forSchedules.push(...scheduled);
      await store.dispatch({ signals });
      if (awaits.length < BATCH) return forSchedules;
      after = awaits.at(-1);
    }
  }

  #meetingsOf(
    awaits: readonly Await[],
    candidatesOf: (one: Await) => readonly InboxEvent[],
  ): {
    readonly signals: readonly EventSignal[];
    readonly scheduled: readonly ScheduledEvent[];
  } {
    const meetings = awaits.flatMap(one =>
      candidatesOf(one)
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
      const signals = await this.#catchUp.missedBy(awaits);
      await store.dispatch({ signals, caughtUp: awaits });
      if (awaits.length < BATCH) return;
    }
  }

  /** Whether none is left for the next time. */
  async #announceAll(): Promise<boolean> {
    const { store, onAnnounced } = this.#options;
    for (;;) {
      const { found, left } = await store.announce(BATCH);
      if (found > left) onAnnounced();
      if (left > 0 || found < BATCH) return left === 0;
    }
  }
}

function isForOne({ target }: InboxEvent): boolean {
  return target !== undefined;
}
