/** What the contract of the live stream asks to be shown, by its numbers; the rest is in `acceptance.*.test.ts` beside this file. */
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { fetchEventSource } from '@microsoft/fetch-event-source';
import {
  foldEvents,
  OrchestratorApi,
  type OrchestratorEvent,
  type WatchItem,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  KnexHousekeepingStore,
  LogTrimmer,
  systemClock,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { EventSource } from 'eventsource';
import type { Knex } from 'knex';
import { failing, hello, loop, patient } from '../../__testUtils__/definitions';
import { durationOf, fastestOf } from '../../__testUtils__/fastestOf';
import {
  openStream,
  type StreamedMessage,
} from '../../__testUtils__/openStream';
import {
  startOrchestrator,
  type TestOrchestrator,
} from '../../__testUtils__/startOrchestrator';
import {
  LiveStreams,
  standardStreamSettings,
  type StreamSettings,
} from './LiveStreams';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const seeds = 100;

/** A generator of numbers that is the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe.each(databases.eachSupportedId())('live events on %s', databaseId => {
  let knex: Knex;
  let orchestrator: TestOrchestrator;
  let streams: LiveStreams;

  beforeAll(async () => {
    streams = new LiveStreams({
      clock: systemClock,
      settings: { ...standardStreamSettings },
    });
    knex = await databases.init(databaseId);
    orchestrator = await startOrchestrator({
      knex,
      liveStreams: streams,
      definitions: {
        'hello.yaml': hello,
        'patient.yaml': patient,
        'failing.yaml': failing,
        'loop.yaml': loop,
      },
    });
  });

  afterEach(() => {
    Object.assign(streams.settings, standardStreamSettings);
  });

  afterAll(() => orchestrator.stop());

  const pace = (settings: Partial<StreamSettings>) =>
    Object.assign(streams.settings, settings);

  async function start(workflowId: string, inputData: object = {}) {
    const { body } = await orchestrator.client.post(
      `/v2/workflows/${workflowId}/execute`,
      { inputData },
    );
    return body.id as string;
  }

  const abort = (instanceId: string) =>
    orchestrator.client.delete(`/v2/workflows/instances/${instanceId}/abort`);

  async function finished(
    workflowId = 'hello',
    inputData: object = { name: 'Ada' },
  ) {
    const instanceId = await start(workflowId, inputData);
    const { epoch, seq } = await orchestrator.api.waitForEnd({ instanceId });
    return { instanceId, epoch, head: seq };
  }

  const urlOf = (instanceId: string, query = '') =>
    `${orchestrator.url}/v2/instances/${instanceId}/events/stream${query}`;

  const open = (
    instanceId: string,
    lastEventId?: string,
    query = '',
    encoding = 'gzip, br',
  ) =>
    openStream(urlOf(instanceId, query), {
      'Accept-Encoding': encoding,
      ...(lastEventId && { 'Last-Event-ID': lastEventId }),
    });

  describe('1: cut again and again', () => {
    const logs: (readonly OrchestratorEvent[])[] = [];

    beforeAll(async () => {
      for (const [workflowId, inputData] of [
        ['hello', { name: 'Ada' }],
        ['ops.failing', {}],
        ['loop', { count: 12 }],
      ] as const) {
        const { instanceId, epoch, head } = await finished(
          workflowId,
          inputData,
        );
        const uncut = await open(instanceId, `${epoch}.0`);
        logs.push((await uncut.take(head)).map(eventOf));
        uncut.close();
      }
    });

    function expectSame(
      got: readonly OrchestratorEvent[],
      log: readonly OrchestratorEvent[],
    ) {
      expect(got.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
      expect(foldEvents(got)).toEqual(foldEvents(log));
    }

    it('after each of its ids, a client ends with the same ids and the same state', async () => {
      for (const log of logs) {
        for (const [cut, { id, instanceId }] of log.slice(0, -1).entries()) {
          const stream = await open(instanceId, id);
          const rest = await stream.take(log.length - cut - 1);
          stream.close();
          expectSame([...log.slice(0, cut + 1), ...rest.map(eventOf)], log);
        }
      }
    });

    it(`after any number of bytes, so does the API's own client (${seeds} seeds)`, async () => {
      const connections: string[] = [];
      for (let seed = 1; seed <= seeds; seed += 1) {
        const random = randomOf(seed);
        const log = logs[seed % logs.length];
        const api = clientThatIsCut(async (input, init) => {
          connections.push(String(input));
          return cutAfter(200 + random() * 3_000, await fetch(input, init));
        });
        const [{ instanceId, id }] = log;
        const after = `${id.split('.')[0]}.0`;
        const got: OrchestratorEvent[] = [];
        for await (const item of api.watchInstance(instanceId, { after })) {
          if (item.type === 'event') got.push(item.event);
          if (got.length === log.length) break;
        }
        expectSame(got, log);
      }
      expect(connections.length).toBeGreaterThan(2 * seeds);
    });

    /** Comes back at once when its streams are cut; what else it asks goes through. */
    function clientThatIsCut(fetchStream: typeof fetch) {
      return new OrchestratorApi({
        baseUrl: orchestrator.url,
        token: mockCredentials.user.token(),
        timing: { ...timingOfSystem, random: () => 0 },
        fetch: (input, init) =>
          String(input).includes('/events/stream')
            ? fetchStream(input, init)
            : fetch(input, init),
      });
    }
  });

  it('2: goes on right after Last-Event-ID, which beats ?after=', async () => {
    const { instanceId, epoch } = await finished();
    const stream = await open(instanceId, `${epoch}.3`, `?after=${epoch}.1`);
    const [first] = await stream.take(1);
    stream.close();
    expect(first.id).toBe(`${epoch}.4`);
  });

  it('3: answers a cursor whose events were deleted with exactly one snapshot, expired', async () => {
    pace({ lingerMs: 300 });
    const { instanceId, epoch, head } = await finished('loop', { count: 1500 });
    const trimmer = new LogTrimmer(new KnexHousekeepingStore(knex));
    while ((await trimmer.trim(Date.now() + 60_000)).hasMore);
    const { body } = await orchestrator.client.get(
      `/v2/instances/${instanceId}/history?after=${epoch}.1&limit=1`,
    );
    const { first, total, items } = body;
    expect(first).toBeGreaterThan(1_000);
    expect(total).toBe(head - first + 1);
    expect(items[0].seq).toBe(first);

    const stream = await open(instanceId, `${epoch}.${first - 2}`);
    const messages = await stream.rest();
    const snapshots = messages.filter(({ event }) => event === 'snapshot');
    expect(snapshots.map(({ data }) => data.data)).toMatchObject([
      { reason: 'expired', state: { status: 'completed', seq: head } },
    ]);

    const live = await open(instanceId, `${epoch}.${first - 1}`);
    const [oldest] = await live.take(1);
    live.close();
    expect(oldest.id).toBe(`${epoch}.${first}`);
  });

  describe('with ten thousand events', () => {
    let long: Awaited<ReturnType<typeof finished>>;

    beforeAll(async () => {
      long = await finished('loop', { count: 5_000 });
    });

    it.each([
      ['epoch', () => 'other.1'],
      ['ahead', () => `${long.epoch}.${long.head + 9}`],
      ['lagging', () => `${long.epoch}.${long.head - 6_000}`],
    ])(
      '3: answers a cursor that is %s with exactly one snapshot',
      async (reason, cursorOf) => {
        pace({ lingerMs: 300 });
        const stream = await open(long.instanceId, cursorOf());
        const messages = await stream.rest();

        const snapshots = messages.filter(({ event }) => event === 'snapshot');
        expect(snapshots.map(({ data }) => data.data?.reason)).toEqual([
          reason,
        ]);
      },
    );

    it('8: catches up on ten thousand missed events within three seconds, by one snapshot', async () => {
      expect(long.head).toBeGreaterThan(10_000);
      const catchUp = async () => {
        const stream = await open(long.instanceId, `${long.epoch}.1`);
        const [first] = await stream.take(1);
        stream.close();
        expect(first).toMatchObject({
          event: 'snapshot',
          id: `${long.epoch}.${long.head}`,
        });
      };
      const elapsedMs = await fastestOf(3_000, () => durationOf(catchUp));
      expect(elapsedMs).toBeLessThan(3_000);
    });
  });

  describe('4: ping leaves the last id alone, cursor moves it', () => {
    let instanceId: string;
    let query: string;

    beforeEach(async () => {
      const { epoch, ...rest } = await finished('hello', { name: 'Ada' });
      instanceId = rest.instanceId;
      query = `?types=instance.failed&after=${epoch}.1`;
      pace({ pingMs: 100 });
      head = `${epoch}.${rest.head}`;
    });

    let head: string;

    it('for eventsource-parser', async () => {
      const stream = await open(instanceId, undefined, query);
      const messages = await stream.take(4);
      stream.close();
      expect(messages.map(({ event }) => event)).toEqual([
        'cursor',
        'ping',
        'ping',
        'ping',
      ]);
      expect(messages.map(({ id }) => id)).toEqual([
        head,
        undefined,
        undefined,
        undefined,
      ]);
    });

    it('for an EventSource as browsers have it', async () => {
      pace({ maxAgeMs: 400 });
      const sent: (string | undefined)[] = [];
      const pings: string[] = [];
      const source = new EventSource(urlOf(instanceId, query), {
        fetch: (url, init) => {
          sent.push(init?.headers['Last-Event-ID']);
          return fetch(url, init);
        },
      });
      source.addEventListener('ping', ({ lastEventId }) =>
        pings.push(lastEventId),
      );
      await until(() => sent.length === 2);
      source.close();
      // This one tells the id that the message itself has.
      expect(new Set(pings)).toEqual(new Set(['']));
      expect(sent).toEqual([undefined, head]);
    });

    it('for fetch-event-source', async () => {
      const seen: string[] = [];
      const leaving = new AbortController();
      await withBrowserGlobals(() =>
        fetchEventSource(urlOf(instanceId, query), {
          signal: leaving.signal,
          fetch,
          openWhenHidden: true,
          onmessage({ id, event }) {
            seen.push(`${event} ${id}`);
            if (seen.length === 3) leaving.abort();
          },
        }),
      );
      expect(seen).toEqual([`cursor ${head}`, 'ping ', 'ping ']);
    });
  });

  it('4a: a client that the server sends away again and again comes back by itself and misses nothing', async () => {
    pace({ maxAgeMs: 150 });
    const instanceId = await start('patient', { span: 'PT1H' });
    const connections: string[] = [];
    const events: OrchestratorEvent[] = [];
    let from = 0;
    for await (const item of orchestrator.api.watchInstance(instanceId)) {
      if (item.type === 'connection') {
        connections.push(item.status);
        if (isLiveFor(3, connections)) await abort(instanceId);
      }
      if (item.type === 'snapshot') from = item.state.seq;
      if (item.type === 'event') events.push(item.event);
      if (events.at(-1)?.type === 'instance.cancelled') break;
    }
    expect(events.map(({ seq }) => seq)).toEqual(
      events.map((_, index) => from + 1 + index),
    );
    expect(new Set(connections)).toEqual(new Set(['live', 'reconnecting']));
  });

  /** Whether the last of these is its nth time of being live. */
  function isLiveFor(nth: number, connections: readonly string[]) {
    const isLive = connections.at(-1) === 'live';
    return isLive && connections.filter(one => one === 'live').length === nth;
  }

  it('4a: after ten switches between tabs one stream is open', async () => {
    const instanceId = await start('patient', { span: 'PT1H' });
    const last = new AbortController();
    for (let visit = 1; visit <= 10; visit += 1) {
      const leaving = visit === 10 ? last : new AbortController();
      const items = orchestrator.api.watchInstance(instanceId, {
        signal: leaving.signal,
      });
      await items.next();
      await items.next();
      if (visit < 10) {
        leaving.abort();
        await items.next();
      }
    }
    await until(() => streams.size <= 1);
    expect(streams.size).toBe(1);
    last.abort();
    await until(() => streams.size === 0);
  });

  it.each(['gzip', 'br'])(
    '5: through the compression of a portal (%s) the first event comes within half a second',
    async encoding => {
      const { instanceId } = await finished();
      const begin = async () => {
        const stream = await open(instanceId, undefined, '', encoding);
        const [first] = await stream.take(1);
        stream.close();
        expect(first.event).toBe('snapshot');
      };
      const elapsedMs = await fastestOf(500, () => durationOf(begin));
      expect(elapsedMs).toBeLessThan(500);
    },
  );

  it.each<[string, object]>([
    ['hello', { name: 'Ada' }],
    ['patient', { span: 'PT0S' }],
    ['ops.failing', {}],
    ['loop', { count: 5 }],
  ])(
    '14: of %s the profiles end at the same head and at the same status',
    async (workflowId, inputData) => {
      pace({ lingerMs: 1_500 });
      const { instanceId, epoch } = await finished(workflowId, inputData);
      const follow = async (profile: string) => {
        const query = `?profile=${profile}&after=${epoch}.0`;
        const messages = await (
          await open(instanceId, undefined, query)
        ).rest();
        return messages.filter(({ id }) => id !== undefined);
      };
      const [full, status, graph] = await Promise.all(
        ['full', 'status', 'graph'].map(follow),
      );

      const head = full.at(-1)?.id;
      expect(status.at(-1)?.id).toBe(head);
      expect(graph.at(-1)?.id).toBe(head);
      const folded = foldEvents(full.map(eventOf)).status;
      expect(lastStatus(status)).toBe(folded);
      expect(lastStatus(graph)).toBe(folded);
    },
  );

  it('15: long poll and stream give the same bytes for the same id', async () => {
    const instanceId = await start('patient', { span: 'PT1H' });
    const { epoch, seq } = await orchestrator.api.getInstance({ instanceId });
    const after = `${epoch}.${seq}`;
    const [polled, streamed] = await Promise.all([
      orchestrator.client
        .get(`/v2/instances/${instanceId}/history?after=${after}&wait=25`)
        .then(({ text, body }) => ({ text, count: body.items.length })),
      open(instanceId, after).then(async stream => {
        const messages = await stream.takeUntil(
          ({ event }) => event === 'instance.cancelled',
        );
        stream.close();
        return messages.map(({ text }) => text);
      }),
      abort(instanceId),
    ]);

    expect(polled.count).toBeGreaterThan(0);
    const same = streamed.slice(0, polled.count).join(',');
    expect(polled.text).toContain(`"items":[${same}]`);
  });

  it('16: after bye finished a retry is followed on the same log', async () => {
    pace({ lingerMs: 200 });
    const { instanceId, epoch, head } = await finished('ops.failing', {});
    const { api } = orchestrator;
    const before: WatchItem[] = [];
    for await (const item of api.watchInstance(instanceId)) before.push(item);
    expect(before.at(-1)).toEqual({ type: 'connection', status: 'finished' });

    pace({ lingerMs: 30_000 });
    await api.retryInstance({ instanceId });
    const events: OrchestratorEvent[] = [];
    const after = `${epoch}.${head}`;
    for await (const item of api.watchInstance(instanceId, { after })) {
      if (item.type === 'event') events.push(item.event);
      if (events.at(-1)?.type === 'instance.failed') break;
    }

    expect(events[0].id).toBe(`${epoch}.${head + 1}`);
    expect(events.map(({ type }) => type)).toContain('instance.retried');
  });
});

/** The time of this machine. */
const timingOfSystem = {
  schedule(ms: number, callback: () => void) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** An answer that ends after so many bytes, wherever that is. */
function cutAfter(bytes: number, { body, status, headers }: Response) {
  let left = Math.floor(bytes);
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      controller.enqueue(part.subarray(0, left));
      left -= part.length;
      if (left <= 0) controller.terminate();
    },
  });
  return new Response(body?.pipeThrough(cut), { status, headers });
}

function eventOf({ text }: StreamedMessage): OrchestratorEvent {
  return JSON.parse(text);
}

function lastStatus(messages: readonly StreamedMessage[]) {
  return messages.findLast(({ data }) => data.status)?.data.status;
}

async function until(isMet: () => boolean) {
  while (!isMet()) {
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
  }
}

/** Lets a library for browsers find what it asks a browser for. */
async function withBrowserGlobals<T>(action: () => Promise<T>): Promise<T> {
  const document = {
    hidden: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  Object.assign(globalThis, { window: globalThis, document });
  try {
    return await action();
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'document');
  }
}
