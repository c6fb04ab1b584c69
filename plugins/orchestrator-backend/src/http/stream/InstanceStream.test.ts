import type {
  InstanceStatus,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  InstanceFeed,
  LogHead,
} from '../../service/instances/InstanceFeed';
import { FakeSink } from '../../__testUtils__/FakeSink';
import { ManualClock, settle } from '../../__testUtils__/ManualClock';
import {
  InstanceStream,
  isAllKnown,
  type InstanceStreamOptions,
} from './InstanceStream';
import { LiveStreams, standardStreamSettings } from './LiveStreams';
import { createProfile } from './profiles/createProfile';

/** A log in memory. */
class FakeFeed implements InstanceFeed {
  #head: LogHead = { epoch: 'k1', seq: 1, status: 'running' };
  readonly #listeners = new Set<(head: LogHead) => void>();
  #held = Promise.resolve();

  get listeners() {
    return this.#listeners.size;
  }

  grow(count: number, status: InstanceStatus = 'running') {
    this.#head = { ...this.#head, seq: this.#head.seq + count, status };
    this.#listeners.forEach(tell => tell(this.#head));
  }

  /** Something is asked of the instance, or it has taken up all that was. */
  ask(openSignals: number) {
    this.#head = { ...this.#head, openSignals };
  }

  /** Deletes the oldest entries. */
  trim(firstSeq: number) {
    this.#head = { ...this.#head, firstSeq };
  }

  async head() {
    await this.#held;
    return this.#head;
  }

  /** Answers no question for the head until it is told to go on. */
  holdHead() {
    let goOn = () => {};
    this.#held = new Promise<void>(resolve => {
      goOn = resolve;
    });
    return { goOn: () => goOn() };
  }

  async state(untilSeq = this.#head.seq) {
    const { epoch, status } = this.#head;
    const seq = untilSeq;
    const workflow = { id: 'hello', version: '1.0.0' };
    return { id: 'i1', workflow, epoch, seq, status, createdAt: '', tasks: [] };
  }

  async read(afterSeq: number, limit: number): Promise<OrchestratorEvent[]> {
    const { firstSeq = 1, seq } = this.#head;
    const from = Math.max(afterSeq + 1, firstSeq);
    const count = Math.min(limit, seq - from + 1);
    return Array.from({ length: count }, (_, index) => ({
      v: 1,
      id: `k1.${from + index}`,
      seq: from + index,
      type: 'instance.started',
      time: '',
      instanceId: 'i1',
      workflow: { id: 'hello', version: '1.0.0' },
      data: {},
    }));
  }

  onGrowth(listener: (head: LogHead) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

describe('InstanceStream', () => {
  let clock: ManualClock;
  let feed: FakeFeed;
  let sink: FakeSink;
  let streams: LiveStreams;
  let isAllowed: () => Promise<boolean>;

  beforeEach(() => {
    clock = new ManualClock();
    feed = new FakeFeed();
    sink = new FakeSink();
    streams = new LiveStreams({ clock, settings: standardStreamSettings });
    isAllowed = async () => true;
  });

  async function open(options: Partial<InstanceStreamOptions> = {}) {
    const stream = new InstanceStream({
      instanceId: 'i1',
      feed,
      sink,
      streams,
      isAllowed: () => isAllowed(),
      random: () => 0.5,
      ...options,
    });
    const ended = streams.run(stream);
    await settle();
    return { stream, ended };
  }

  const farewell = () => {
    const { event, data } = sink.sent.at(-1)!;
    return [event, data];
  };

  it('begins with a snapshot, then sends what is new', async () => {
    feed.grow(4);
    await open();

    feed.grow(2);
    await settle();

    expect(sink.events).toEqual([
      'snapshot',
      'instance.started',
      'instance.started',
    ]);
    expect(sink.ids).toEqual(['k1.5', 'k1.6', 'k1.7']);
  });

  it('sends a log of any length in order, once', async () => {
    feed.grow(999);

    await open({ cursor: { epoch: 'k1', seq: 3 } });
    await settle();

    expect(sink.ids).toEqual(
      Array.from({ length: 997 }, (_, index) => `k1.${index + 4}`),
    );
  });

  it.each([
    ['epoch', { epoch: 'k0', seq: 1 }, 0],
    ['ahead', { epoch: 'k1', seq: 9 }, 0],
    ['lagging', { epoch: 'k1', seq: 1 }, 5_001],
  ])(
    'begins with a snapshot when the cursor is %s',
    async (reason, cursor, growth) => {
      feed.grow(growth);

      await open({ cursor });

      expect(sink.sent).toMatchObject([
        { event: 'snapshot', data: { data: { reason } } },
      ]);
    },
  );

  it('begins with a snapshot when what came after the cursor was deleted', async () => {
    feed.grow(9);
    feed.trim(5);

    await open({ cursor: { epoch: 'k1', seq: 3 } });

    expect(sink.sent).toMatchObject([
      { event: 'snapshot', data: { data: { reason: 'expired' } } },
    ]);
  });

  it('serves a cursor right before the oldest event', async () => {
    feed.grow(9);
    feed.trim(5);

    await open({ cursor: { epoch: 'k1', seq: 4 } });
    await clock.advance(1);

    expect(sink.ids[0]).toBe('k1.5');
  });

  it('sends a snapshot instead of what is deleted before it was sent', async () => {
    await open({ cursor: { epoch: 'k1', seq: 1 } });
    feed.trim(5);
    feed.grow(9);
    await clock.advance(1);

    expect(sink.sent).toMatchObject([
      { event: 'snapshot', id: 'k1.10', data: { data: { reason: 'expired' } } },
    ]);
  });

  it('serves a cursor that is 5,000 events behind', async () => {
    feed.grow(5_000);

    await open({ cursor: { epoch: 'k1', seq: 1 } });
    await clock.advance(1);

    expect(sink.events).not.toContain('snapshot');
  });

  it('reads on only when the client has taken what it was sent, and sends a snapshot when it is too far behind then', async () => {
    await open();
    sink.takes = false;
    feed.grow(1);
    await settle();
    feed.grow(6_000);
    await settle();
    expect(sink.sent).toHaveLength(2);

    sink.goOn(true);
    await settle();

    expect(sink.sent.slice(2)).toMatchObject([
      {
        event: 'snapshot',
        id: 'k1.6002',
        data: { data: { reason: 'lagging' } },
      },
    ]);
  });

  it('leaves a client that does not take what it is sent', async () => {
    const { ended } = await open();
    sink.takes = false;
    feed.grow(10);
    await settle();

    sink.goOn(false);
    await settle();
    sink.goOn(false);
    await ended;

    expect(farewell()).toMatchObject(['bye', { reason: 'slow-consumer' }]);
    expect(sink.isClosed).toBe(true);
  });

  it('sends a ping without id every 15 seconds', async () => {
    await open();

    await clock.advance(45_000);

    const pings = sink.sent.filter(({ event }) => event === 'ping');
    expect(pings).toHaveLength(3);
    expect(pings[0]).toEqual({
      event: 'ping',
      data: {
        serverTime: '2026-01-01T00:00:15.000Z',
        head: 'k1.1',
        intervalMs: 15_000,
      },
    });
  });

  it('says goodbye half a minute after the end, for good', async () => {
    const { ended } = await open();
    feed.grow(1, 'completed');
    await clock.advance(29_999);
    expect(sink.isClosed).toBe(false);

    await clock.advance(1);
    await ended;

    expect(farewell()).toEqual(['bye', { reason: 'finished' }]);
    expect(sink.isClosed).toBe(true);
  });

  it('waits for an instance that has ended and is about to be retried', async () => {
    await open();
    feed.grow(1, 'failed');
    await clock.advance(29_000);
    feed.ask(1);

    await clock.advance(5_000);
    expect(sink.events).not.toContain('bye');

    feed.ask(0);
    await clock.advance(1_000);
    expect(farewell()).toEqual(['bye', { reason: 'finished' }]);
  });

  it('leaves no timer behind when it ends while it asks whether the instance goes on', async () => {
    const { stream, ended } = await open();
    feed.grow(1, 'failed');
    feed.ask(1);
    const asked = feed.holdHead();
    await clock.advance(30_000);
    stream.leave('shutdown');
    await ended;
    asked.goOn();
    await settle();
    expect(clock.pending).toBe(0);
  });

  it('goes on when the instance does', async () => {
    await open();
    feed.grow(1, 'failed');
    await clock.advance(20_000);

    feed.grow(1, 'running');
    await clock.advance(60_000);

    expect(sink.events).not.toContain('bye');
  });

  it.each([
    [0, 12],
    [0.999999, 18],
  ])(
    'sends the client away after a quarter of an hour or so (%d: %d minutes)',
    async (random, minutes) => {
      const { ended } = await open({ random: () => random });
      await clock.advance(minutes * 60_000 - 1_000);
      expect(sink.events).not.toContain('bye');

      await clock.advance(1_000);
      await ended;

      expect(farewell()).toMatchObject([
        'bye',
        { reason: 'max-age', reconnectAfterMs: expect.any(Number) },
      ]);
    },
  );

  it('ends within a minute when access is withdrawn', async () => {
    const { ended } = await open();
    isAllowed = async () => false;

    await clock.advance(60_000);
    await ended;

    expect(farewell()).toEqual(['bye', { reason: 'forbidden' }]);
  });

  it('lets the client connect anew when access cannot be checked', async () => {
    const { ended } = await open();
    isAllowed = () => Promise.reject(new Error('away'));

    await clock.advance(60_000);
    await ended;

    expect(farewell()).toMatchObject(['bye', { reason: 'max-age' }]);
  });

  it('ends with the credentials', async () => {
    const expiresAt = new Date(clock.now() + 5_000);
    const { ended } = await open({ expiresAt });

    await clock.advance(5_000);
    await ended;

    expect(farewell()).toMatchObject(['bye', { reason: 'token-expired' }]);
  });

  it('ends when the process does', async () => {
    const { ended } = await open();

    streams.shutDown();
    await ended;

    expect(farewell()).toMatchObject(['bye', { reason: 'shutdown' }]);
  });

  it('moves the cursor over what the profile leaves out, at most once a second', async () => {
    await open({ profile: createProfile('full', ['instance.failed']) });

    feed.grow(3);
    await settle();
    feed.grow(2);
    await settle();
    expect(sink.events).toEqual(['snapshot', 'cursor']);
    expect(sink.ids).toEqual(['k1.1', 'k1.4']);

    await clock.advance(1_000);

    expect(sink.sent.at(-1)).toEqual({ id: 'k1.6', event: 'cursor', data: {} });
    expect(sink.events).toHaveLength(3);
  });

  it('lets a profile know the state at the cursor from which it goes on', async () => {
    feed.grow(4);
    const profile = createProfile('status');
    const begin = jest.spyOn(profile, 'begin');

    await open({ profile, cursor: { epoch: 'k1', seq: 3 } });

    expect(begin).toHaveBeenCalledWith(expect.objectContaining({ seq: 3 }));
  });

  it('leaves nothing behind when the client goes', async () => {
    const { stream, ended } = await open();

    stream.leave('gone');
    await ended;

    expect(sink.events).toEqual(['snapshot']);
    expect(feed.listeners).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('closes the connection when the log cannot be read', async () => {
    const { ended } = await open();
    feed.read = () => Promise.reject(new Error('away'));

    feed.grow(1);

    await expect(ended).rejects.toThrow('away');
    expect(sink.isClosed).toBe(true);
    expect(clock.pending).toBe(0);
  });
});

it('when it has ended but is about to be retried', () => {
  const head = {
    epoch: 'k1',
    seq: 7,
    status: 'failed',
    openSignals: 1,
  } as const;
  expect(isAllKnown(head, head)).toBe(false);
});

it.each([
  ['all is known', { epoch: 'k1', seq: 7 }, 'completed', true],
  ['something is missing', { epoch: 'k1', seq: 6 }, 'completed', false],
  ['the log was rebuilt', { epoch: 'k0', seq: 7 }, 'completed', false],
  ['it has not ended', { epoch: 'k1', seq: 7 }, 'waiting', false],
] as const)('when %s', (_, cursor, status, expected) => {
  expect(isAllKnown(cursor, { epoch: 'k1', seq: 7, status })).toBe(expected);
});
