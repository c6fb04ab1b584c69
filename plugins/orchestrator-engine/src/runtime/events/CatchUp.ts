/**
 * Finds for those who begin to listen the events that came before them.
 *
 * An event is found by the key that it has in common with its listener: what a new listener costs does not grow with the events that
 * are kept for others. A shape that is new, or has a listener of an older instance than before, first has its keys made of the events
 * received since that instance began; that is done once.
 */
import type {
  Await,
  EventPlace,
  EventSignal,
  EventStore,
  InboxEvent,
  KnownShape,
} from '../../store/EventStore';
import type { EventReader } from './EventReader';
import { keysOfEvents } from './keysOfEvents';
import { eventSignal, expectationOf } from './listeners';
import { shapeOf } from './matchKeys';
import { TakenByLog } from './TakenByLog';

/** Events read at once. */
const PAGE = 500;

/** See the module header. */
export class CatchUp {
  readonly #taken: TakenByLog;

  constructor(
    private readonly store: EventStore,
    private readonly reader: EventReader,
  ) {
    this.#taken = new TakenByLog(store);
  }

  /** For each of the listeners the first event that it has missed and may still take, if there is one. */
  async missedBy(awaits: readonly Await[]): Promise<readonly EventSignal[]> {
    if (awaits.length === 0) return [];
    await this.#indexFor(awaits);
    const keys = [...new Set(awaits.map(({ matchKey }) => matchKey))];
    const present = await this.store.keysSince(keys, earliest(awaits));
    const signals: EventSignal[] = [];
    for (const one of awaits.filter(({ matchKey }) => present.has(matchKey))) {
      const event = await this.#firstFor(one);
      if (event) signals.push(eventSignal(one, event));
    }
    return signals;
  }

  async #indexFor(awaits: readonly Await[]) {
    const byShape = new Map<string, Await[]>();
    for (const one of awaits) {
      const { id } = shapeOf(expectationOf(one));
      byShape.set(id, [...(byShape.get(id) ?? []), one]);
    }
    for (const shape of await this.store.shapes()) {
      const listeners = byShape.get(shape.id);
      if (listeners) await this.#index(shape, earliest(listeners));
    }
  }

  async #index(shape: KnownShape, since: number) {
    const { store, reader } = this;
    const { id, indexedSince: before = Infinity } = shape;
    if (before <= since) return;
    const span = { since, ...(before < Infinity && { before }) };
    for await (const events of pagesOf(after =>
      store.received({ ...span, after, limit: PAGE }),
    )) {
      const keyed = keysOfEvents(events, [shape], reader);
      await store.index(keyed.map(({ key }) => key));
    }
    await store.noteIndexed(id, since);
  }

  async #firstFor(one: Await): Promise<InboxEvent | undefined> {
    const { store, reader } = this;
    const { matchKey, ownerId: target, since, taskKey } = one;
    const expectation = expectationOf(one);
    const taken = await this.#taken.of(target);
    for await (const events of pagesOf(after =>
      store.receivedWith({ matchKey, target, since, after, limit: PAGE }),
    )) {
      for (const event of events) {
        const isLeft = taken.isLeftFor(taskKey, event.event);
        if (isLeft && reader.meets(event.event, expectation)) return event;
      }
    }
    return undefined;
  }
}

function earliest(awaits: readonly Await[]): number {
  return Math.min(...awaits.map(({ since }) => since));
}

async function* pagesOf(
  read: (after: EventPlace | undefined) => Promise<readonly InboxEvent[]>,
): AsyncGenerator<readonly InboxEvent[]> {
  let after: EventPlace | undefined;
  for (;;) {
    const events = await read(after);
    yield events;
    if (events.length < PAGE) return;
    after = events.at(-1);
  }
}
