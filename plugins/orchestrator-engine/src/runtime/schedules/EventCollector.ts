/**
 * Collects the events that schedules listen for, and starts an instance for each set that is complete.
 *
 * Each event is looked at once: the set that is being collected keeps it, or it is dropped. What is kept is read again with the
 * events that come next, so the cost of an event grows with the set and not with what has come since it began.
 */
import type { DefinitionCache } from '../DefinitionCache';
import type {
  Schedule,
  ScheduleEvent,
  ScheduleStore,
} from '../../store/ScheduleStore';
import {
  consumeEvents,
  type Consumption,
  type ConsumerOptions,
} from './consumeEvents';
import type { OccurrenceStarter } from './OccurrenceStarter';

/** What events are collected with. */
export interface EventCollectorOptions {
  readonly schedules: ScheduleStore;
  readonly parsed: DefinitionCache;
  readonly starter: OccurrenceStarter;
  readonly consumer: ConsumerOptions;
}

/** Events read at once. */
const PAGE = 500;

/** Events of one schedule that are looked at before others have their turn. */
const LOOK_AT = 5_000;

/** Sets of one schedule that are started before others have their turn. */
const SETS = 100;

/** See the module header. */
export class EventCollector {
  constructor(private readonly options: EventCollectorOptions) {}

  /** @returns whether there may be more to do for this schedule at once */
  async collect(schedule: Schedule): Promise<boolean> {
    for (let sets = 0; sets < SETS; sets += 1) {
      const isMore = await this.#collectSet(schedule);
      if (!isMore) return false;
    }
    return true;
  }

  async #collectSet(schedule: Schedule): Promise<boolean> {
    const { parsed, consumer, schedules } = this.options;
    const { id, workflowId } = schedule;
    const current = await parsed.current(workflowId);
    if (!current?.isValid) return false;
    const definition = await parsed.byHash(workflowId, current.hash);
    const events = this.#eventsOf(id);
    const { taken, passed, end } = await consumeEvents(
      definition,
      events,
      consumer,
    );
    const dropped = positionsOf(passed);
    if (end) {
      const occurrence = await this.#occurrenceOf(schedule, taken, end);
      dropped.push(...positionsOf(taken));
      await schedules.collected({ id, taken: [], dropped, occurrence });
      return true;
    }
    const fresh = taken.filter(({ isTaken }) => !isTaken);
    const count = fresh.length + passed.length;
    if (count === 0) return false;
    await schedules.collected({ id, taken: positionsOf(fresh), dropped });
    return count >= LOOK_AT;
  }

  /** The last event that belongs to a set names it. */
  async #occurrenceOf(
    schedule: Schedule,
    taken: readonly ScheduleEvent[],
    end: NonNullable<Consumption['end']>,
  ) {
    const { starter } = this.options;
    const name = `event ${taken.at(-1)?.position}`;
    return end.kind === 'complete'
      ? starter.start(schedule, { name }, end.output)
      : starter.skip(schedule, { name }, end.reason);
  }

  /** Those that the set has, then those that nobody has looked at. */
  async *#eventsOf(id: string): AsyncGenerator<ScheduleEvent> {
    yield* this.#pagesOf(id, true, Infinity);
    yield* this.#pagesOf(id, false, LOOK_AT);
  }

  async *#pagesOf(
    id: string,
    isTaken: boolean,
    most: number,
  ): AsyncGenerator<ScheduleEvent> {
    let afterPosition = 0;
    for (let count = 0; count < most; count += PAGE) {
      const page = { id, isTaken, afterPosition, limit: PAGE };
      const events = await this.options.schedules.events(page);
      yield* events;
      if (events.length < PAGE) return;
      afterPosition = events[events.length - 1].position;
    }
  }
}

function positionsOf(events: readonly ScheduleEvent[]): number[] {
  return events.map(({ position }) => position);
}
