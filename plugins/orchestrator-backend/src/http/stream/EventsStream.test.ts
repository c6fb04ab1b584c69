import {
  emptyInstance,
  type InstanceState,
  type OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { FakeSink } from '../../__testUtils__/FakeSink';
import { ManualClock, settle } from '../../__testUtils__/ManualClock';
import type { EventFeed, FedPage } from '../../service/feeds/EventFeeds';
import { EventsStream, type EventsStreamOptions } from './EventsStream';
import { LiveStreams, standardStreamSettings } from './LiveStreams';

/** How many events a page has. */
const PAGE = 2;

/** The log of one instance as a feed: the event `seq` stands at the place `seq`. */
class FakeFeed implements EventFeed {
  #events: number[] = [];
  #next = 1;
  #wholeFrom = 0;
  #tell = () => {};

  grow(count: number) {
    for (let n = 0; n < count; n += 1) this.#events.push(this.#takePlace());
    this.#tell();
  }

  /** Deletes the oldest events, as of an instance that was deleted: nobody is told. */
  delete(count: number) {
    this.#events = this.#events.slice(count);
    this.#takePlace();
    this.#wholeFrom = this.#next;
  }

  /** Deletes the oldest events of a log that goes on. */
  trim(count: number) {
    this.#wholeFrom = this.#events[count - 1] + 1;
    this.#events = this.#events.slice(count);
  }

  async position() {
    return `${this.#next}.0.`;
  }

  async end() {
    return `${this.#next}.0.`;
  }

  async isWholeSince(cursor: string) {
    return Number(cursor.split('.')[0]) >= this.#wholeFrom;
  }

  async read(after: string): Promise<FedPage> {
    const [place, seq = 1] = after.split('.').map(Number);
    const items = this.#events
      .filter(one => one > place || (one === place && seq === 0))
      .slice(0, PAGE)
      .map(one => ({ cursor: `${one}.1.i1`, event: suspended(one) }));
    return {
      items,
      cursor: items.at(-1)?.cursor ?? after,
      hasLoss: items.length > 0 && place < this.#wholeFrom,
    };
  }

  onGrowth(listener: () => void) {
    this.#tell = listener;
    return () => {
      this.#tell = () => {};
    };
  }

  #takePlace(): number {
    this.#next += 1;
    return this.#next - 1;
  }
}

function suspended(seq: number): OrchestratorEvent {
  return {
    v: 1,
    id: `k1.${seq}`,
    seq,
    type: 'instance.suspended',
    time: '',
    instanceId: 'i1',
    workflow: { id: 'hello', version: '1.0.0' },
    data: { reason: `number ${seq}` },
  };
}

describe('EventsStream', () => {
  let clock: ManualClock;
  let feed: FakeFeed;
  let sink: FakeSink;

  beforeEach(() => {
    clock = new ManualClock();
    feed = new FakeFeed();
    sink = new FakeSink();
  });

  async function open(options: Partial<EventsStreamOptions> = {}) {
    const settings = { ...standardStreamSettings, maxLag: 10 };
    const streams = new LiveStreams({ clock, settings });
    const stream = new EventsStream({
      feed,
      reopen: async () => feed,
      sink,
      streams,
      random: () => 0.5,
      stateOf: async instanceId => emptyInstance(instanceId),
      ...options,
    });
    void streams.run(stream);
    await settle();
    return stream;
  }

  const reasons = () =>
    sink.sent
      .filter(({ event }) => event === 'snapshot')
      .map(({ data }) => Object(data).data.reason);

  it('goes on after a cursor behind which nothing is gone', async () => {
    feed.grow(5);
    feed.trim(2);
    await open({ after: 'g.3.1.i1' });
    expect(sink.ids).toEqual(['g.4.1.i1', 'g.5.1.i1']);
  });

  it.each([
    ['entries', () => feed.trim(3)],
    ['an instance', () => feed.delete(3)],
    ['all that there was', () => feed.delete(5)],
  ])('tells whose cursor lies before %s that were deleted', async (_, lose) => {
    feed.grow(5);
    lose();
    await open({ after: 'g.1.1.i1' });
    feed.grow(1);
    await settle();
    expect(reasons()).toEqual(['expired']);
    expect(sink.sent.at(-1)?.event).toBe('instance.suspended');
    expect(sink.sent).toHaveLength(2);
  });

  it.each([
    'k1.3',
    'g.1.99999999999.i1',
    'g.1.1.\0',
    `g.${'9'.repeat(30)}`,
    'g.-1',
  ])('takes %j for no cursor of the feed', async after => {
    await open({ after });
    expect(reasons()).toEqual(['epoch']);
  });

  it('does not pass over what is deleted while a client catches up', async () => {
    feed.grow(9);
    sink.takes = false;
    await open({ after: 'g.1.1.i1' });
    feed.trim(7);
    sink.goOn(true);
    await settle();
    expect(sink.ids).toEqual(['g.2.1.i1', 'g.3.1.i1', 'g.10']);
    expect(reasons()).toEqual(['expired']);
  });

  it('tells of what is deleted while it is open before it tells what comes after that', async () => {
    await open();
    feed.grow(1);
    await settle();
    feed.delete(1);
    feed.grow(1);
    await settle();
    expect(sink.ids).toEqual(['g.1', 'g.1.1.i1', 'g.4']);
    expect(reasons()).toEqual([undefined, 'expired']);
  });

  it('tells of what is deleted when nothing comes after that, once', async () => {
    feed.grow(1);
    await open();
    feed.delete(1);
    for (let check = 0; check < 3; check += 1) {
      clock.advance(standardStreamSettings.recheckMs);
      await settle();
    }
    expect(reasons()).toEqual([undefined, 'expired']);
    expect(sink.ids).toEqual(['g.2', 'g.3']);
  });

  it('folds anew what it could not send', async () => {
    const states: [string, number][] = [];
    const stateOf = async (id: string, seq: number): Promise<InstanceState> => {
      states.push([id, seq]);
      return { ...emptyInstance(id), seq, status: 'running' };
    };
    await open({ profile: 'status', stateOf });
    feed.grow(1);
    await settle();
    sink.takes = false;
    feed.grow(20);
    await settle();
    sink.goOn(true);
    await settle();
    feed.grow(1);
    await settle();

    expect(sink.events).toContain('initial_status');
    expect(states).toEqual([
      ['i1', 0],
      ['i1', 21],
    ]);
    expect(sink.sent.at(-1)?.data).toMatchObject({
      previousStatus: 'running',
      because: 'number 22',
    });
  });
});
