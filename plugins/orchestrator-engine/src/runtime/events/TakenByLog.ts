import type { EventStore } from '../../store/EventStore';
import { TakenEvents } from './TakenEvents';

/** What is known of an instance by its log, up to an entry. */
interface Known {
  readonly seq: number;
  readonly taken: TakenEvents;
}

/** How many events are remembered of all instances together, beside those of the one that was asked for last. */
const MOST_EVENTS = 100_000;

/**
 * Which events instances have used up, as their logs tell it.
 *
 * A log grows, and what it has told stays: of an instance that listens again and again only what is new is read.
 */
export class TakenByLog {
  /** The one that was asked for last comes last. */
  readonly #known = new Map<string, Known>();

  constructor(private readonly store: Pick<EventStore, 'takenSince'>) {}

  /** As the log is now. */
  async of(instanceId: string): Promise<TakenEvents> {
    const known = this.#known.get(instanceId);
    this.#known.delete(instanceId);
    const brought = await this.#broughtUpToDate(instanceId, known);
    this.#known.set(instanceId, brought);
    this.#forgetSome();
    return brought.taken;
  }

  async #broughtUpToDate(
    instanceId: string,
    known: Known | undefined,
  ): Promise<Known> {
    const news = await this.store.takenSince(instanceId, known?.seq ?? 0);
    const before = news.deleted?.map(({ source, id }) => [source, id] as const);
    const taken =
      before === undefined && known ? known.taken : new TakenEvents(before);
    for (const { taskKey, event } of news.entries) {
      if (event) taken.take(taskKey, event);
      else taken.listen(taskKey);
    }
    return { seq: news.entries.at(-1)?.seq ?? known?.seq ?? 0, taken };
  }

  #forgetSome() {
    let count = 0;
    for (const [instanceId, { taken }] of [...this.#known].reverse()) {
      const isLatest = count === 0;
      count += taken.all.length + 1;
      if (count > MOST_EVENTS && !isLatest) this.#known.delete(instanceId);
    }
  }
}
