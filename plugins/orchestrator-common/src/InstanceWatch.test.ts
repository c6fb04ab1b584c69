/** @jest-environment node */
import fc from 'fast-check';
import { foldEvents } from './fold/foldInstance';
import { emptyInstance, type InstanceState } from './fold/InstanceState';
import type { OrchestratorEvent } from './events';
import type { WatchItem } from './InstanceWatch';
import { OrchestratorApi, type WatchOptions } from './OrchestratorApi';
import { parseTaskKey } from './taskKey';
import { eventStream, type StreamConnection } from './testing/eventStream';
import { failure, json, LocalServer, type Answer } from './testing/LocalServer';
import { ManualTiming } from './testing/ManualTiming';

const task = parseTaskKey('/do/0/greet');
const value = { value: 1 };

/** The log of a run with one task: from 1 created to 5 completed. */
const log: readonly OrchestratorEvent[] = logIn('k7');
const [, second, third, fourth, fifth] = log;

function envelope(epoch: string, seq: number) {
  return {
    v: 1,
    id: `${epoch}.${seq}`,
    seq,
    time: `2026-11-22T03:00:0${seq}.000Z`,
    instanceId: 'i1',
    workflow: { id: 'hello', version: '1.0.0' },
  } as const;
}

function logIn(epoch: string): readonly OrchestratorEvent[] {
  const at = (seq: number) => envelope(epoch, seq);
  return [
    { ...at(1), type: 'instance.created', data: { input: value } },
    { ...at(2), type: 'instance.started', data: {} },
    {
      ...at(3),
      type: 'task.started',
      task,
      data: { kind: 'set', input: value },
    },
    {
      ...at(4),
      type: 'task.completed',
      task,
      data: { output: value, durationMs: 1 },
    },
    {
      ...at(5),
      type: 'instance.completed',
      data: { output: value, durationMs: 9 },
    },
  ];
}

const stateAt = (seq: number): InstanceState => foldEvents(log.slice(0, seq));

/** Of a log of which the oldest entry left is the fourth. */
const trimmedPage = { epoch: 'k7', first: 4, head: 5, total: 2 };

/** A history endpoint over the whole log. */
const history: Answer = ({ url }, response) => {
  const after = new URL(url, 'http://x').searchParams.get('after');
  const from = after ? Number(after.split('.')[1]) : 0;
  json({ items: log.slice(from), epoch: 'k7', first: 1, head: 5, total: 5 })(
    { method: '', url, headers: {}, body: undefined },
    response,
  );
};

const summary = (item: WatchItem): string => {
  switch (item.type) {
    case 'connection':
      return item.retryInMs === undefined
        ? item.status
        : `${item.status} in ${item.retryInMs}`;
    case 'snapshot':
      return `snapshot ${item.state.seq}${
        item.reason ? ` ${item.reason}` : ''
      }`;
    default:
      return `event ${item.event.seq}`;
  }
};

/** Reconnects without waiting; silence never comes. */
const retriesAtOnce = {
  schedule(ms: number, callback: () => void) {
    if (ms > 0) return () => {};
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
  random: () => 0,
};

describe('watchInstance', () => {
  let server: LocalServer;
  let timing: ManualTiming;

  beforeEach(async () => {
    server = await LocalServer.start();
    timing = new ManualTiming();
  });

  afterEach(async () => {
    await server.stop();
  });

  const watch = (options?: WatchOptions) =>
    new OrchestratorApi({ baseUrl: server.url, timing }).watchInstance(
      'i1',
      options,
    );

  /** Items up to the first that reads like this, or to the end; lets time pass where the watch waits to reconnect. */
  async function follow(
    items: AsyncGenerator<WatchItem, void, void>,
    until?: string,
  ): Promise<string[]> {
    const seen: string[] = [];
    for (;;) {
      const next = items.next();
      if (seen.at(-1)?.startsWith('reconnecting')) await timePasses();
      const { done, value: item } = await next;
      if (done) return seen;
      seen.push(summary(item));
      if (seen.at(-1) === until) return seen;
    }
  }

  /** Lets the watch get to where it waits for time, then lets that time pass. */
  async function timePasses() {
    await new Promise(setImmediate);
    timing.elapse();
  }

  const streams = () =>
    server.requests.filter(({ url }) => url.includes('/events/stream'));
  const cursors = () =>
    streams().map(({ headers }) => headers['last-event-id']);

  it('begins with a snapshot and goes on with every event until the server is done', async () => {
    server.willAnswer(
      eventStream(to =>
        to.snapshot(stateAt(2)).events(third, fourth, fifth).bye('finished'),
      ),
    );
    await expect(follow(watch())).resolves.toEqual([
      'live',
      'snapshot 2',
      'event 3',
      'event 4',
      'event 5',
      'finished',
    ]);
    expect(cursors()).toEqual([undefined]);
  });

  it('goes on where the caller says that it is', async () => {
    server.willAnswer(
      eventStream(to => to.events(fourth, fifth).bye('finished')),
    );
    await expect(follow(watch({ after: 'k7.3' }))).resolves.toEqual([
      'live',
      'event 4',
      'event 5',
      'finished',
    ]);
    expect(cursors()).toEqual(['k7.3']);
  });

  it('is finished when the instance has ended and the caller knows it all', async () => {
    server.willAnswer((_, response) => response.writeHead(204).end());
    await expect(follow(watch({ after: 'k7.5' }))).resolves.toEqual([
      'finished',
    ]);
  });

  it('refuses a cursor that is none', () => {
    expect(() => watch({ after: '42' })).toThrow(
      'An event\'s id has the form <epoch>.<seq>, got "42"',
    );
  });

  describe('when streams do not get through', () => {
    const broken = failure(502, { name: 'X', message: 'away' });

    /** What it yields while each pause is over at once; it asks for a minute, which is over when told. */
    async function followThrough(until: string, options?: WatchOptions) {
      const timing60 = {
        ...retriesAtOnce,
        schedule(ms: number, callback: () => void) {
          if (ms !== 60_000) return retriesAtOnce.schedule(ms, callback);
          minuteIsOver = callback;
          return () => {};
        },
      };
      const items = new OrchestratorApi({
        baseUrl: server.url,
        timing: timing60,
      }).watchInstance('i1', options);
      const seen: string[] = [];
      for await (const item of items) {
        seen.push(summary(item));
        if (seen.at(-1) === until) break;
      }
      return seen.filter(text => !text.startsWith('reconnecting'));
    }

    let minuteIsOver = () => {};
    const page = (from: number, to: number, epoch = 'k7') =>
      json({
        items: log.slice(from, to),
        epoch,
        first: 1,
        head: to,
        total: to,
      });

    it('asks for what is new after three failures, until the end', async () => {
      server.willAnswer(
        ...[broken, broken, broken],
        json(stateAt(2)),
        page(2, 4),
        page(4, 5),
        page(5, 5),
      );

      await expect(followThrough('event 5')).resolves.toEqual([
        'snapshot 2',
        'polling',
        'event 3',
        'event 4',
        'event 5',
      ]);
      expect(server.requests.slice(4).map(({ url }) => url)).toEqual([
        '/api/orchestrator/v2/instances/i1/history?after=k7.2&limit=1000&wait=25',
        '/api/orchestrator/v2/instances/i1/history?after=k7.4&limit=1000&wait=25',
      ]);
    });

    it('is finished when an instance that has ended tells nothing more', async () => {
      const ended = { ...stateAt(5), status: 'completed' };
      server.willAnswer(...[broken, broken, broken], json(ended), page(5, 5));
      await expect(followThrough('finished')).resolves.toEqual([
        'snapshot 5',
        'polling',
        'finished',
      ]);
    });

    it('tries the stream again after a minute', async () => {
      server.willAnswer(
        ...[broken, broken, broken],
        page(3, 3),
        (request, response) => {
          minuteIsOver();
          page(3, 4)(request, response);
        },
        eventStream(to => to.events(fifth).bye('finished')),
      );
      await expect(
        followThrough('finished', { after: 'k7.3' }),
      ).resolves.toEqual(['polling', 'event 4', 'live', 'event 5', 'finished']);
      expect(cursors()).toEqual(['k7.3', 'k7.3', 'k7.3', 'k7.4']);
    });

    it('takes the state of a log that was rebuilt', async () => {
      server.willAnswer(
        ...[broken, broken, broken],
        page(0, 2),
        json(stateAt(2)),
      );
      await expect(
        followThrough('snapshot 2 epoch', { after: 'k6.9' }),
      ).resolves.toEqual(['snapshot 2 epoch']);
    });

    it.each([
      ['of a log whose beginning was deleted', 'k7.1', 'expired'],
      ['ahead of the log', 'k7.9', 'ahead'],
    ])('takes the state in place of a cursor %s', async (_, after, reason) => {
      server.willAnswer(
        ...[broken, broken, broken],
        json({ ...trimmedPage, items: [fourth] }),
        json(stateAt(4)),
      );
      const last = `snapshot 4 ${reason}`;
      await expect(followThrough(last, { after })).resolves.toEqual([last]);
    });

    it('goes back to retrying when questions get no answer either', async () => {
      server.willAnswer(
        ...[broken, broken, broken],
        broken,
        eventStream(to => to.snapshot(stateAt(5)).bye('finished')),
      );
      await expect(followThrough('finished')).resolves.toEqual([
        'live',
        'snapshot 5',
        'finished',
      ]);
    });
  });

  describe('when the stream breaks', () => {
    it('reconnects and resumes after the last event', async () => {
      server.willAnswer(
        eventStream(to => to.snapshot(stateAt(1)).events(second).cut()),
        eventStream(to => to.events(third).bye('finished')),
      );
      await expect(follow(watch())).resolves.toEqual([
        'live',
        'snapshot 1',
        'event 2',
        'reconnecting in 1000',
        'live',
        'event 3',
        'finished',
      ]);
      expect(cursors()).toEqual([undefined, 'k7.2']);
    });

    it('says what broke it', async () => {
      server.willAnswer(failure(503, { name: 'X', message: 'away' }));
      const { value: item } = await watch().next();
      expect(item).toMatchObject({
        status: 'reconnecting',
        error: { message: expect.stringContaining('503') },
      });
    });

    it('waits twice as long after each failure in a row, half a minute at most', async () => {
      const streamsTried = 7;
      const questionsAsked = 5;
      server.willAnswer(
        ...Array.from({ length: streamsTried + questionsAsked }, () =>
          failure(503, { name: 'X', message: 'away' }),
        ),
        eventStream(to => to.bye('finished')),
      );
      const seen = await follow(watch());
      expect(seen.filter(it => it.startsWith('reconnecting'))).toEqual([
        'reconnecting in 1000',
        'reconnecting in 2000',
        'reconnecting in 4000',
        'reconnecting in 8000',
        'reconnecting in 16000',
        'reconnecting in 30000',
        'reconnecting in 30000',
      ]);
    });

    it('takes a stream that is cut after its first message for one that has failed', async () => {
      const cutSoon = eventStream(to => to.snapshot(stateAt(1)).cut());
      server.willAnswer(
        ...[cutSoon, cutSoon, cutSoon],
        history,
        (_, response) => response.writeHead(204).end(),
      );
      const seen = await follow(watch(), 'polling');
      expect(seen.filter(it => !it.startsWith('snapshot'))).toEqual([
        'live',
        'reconnecting in 1000',
        'live',
        'reconnecting in 2000',
        'live',
        'event 2',
        'event 3',
        'event 4',
        'event 5',
        'polling',
      ]);
    });

    it('begins with short waits again after a stream that has lasted ten seconds', async () => {
      const away = failure(503, { name: 'X', message: 'away' });
      const opened = new Promise<StreamConnection>(resolve => {
        server.willAnswer(
          ...[away, away],
          eventStream(to => resolve(to.snapshot(stateAt(1)))),
          eventStream(to => to.bye('finished')),
        );
      });
      const items = watch();
      await follow(items, 'snapshot 1');
      timing.pass(10_000);
      const rest = follow(items);
      (await opened).cut();
      await expect(rest).resolves.toEqual([
        'reconnecting in 1000',
        'live',
        'finished',
      ]);
    });

    it('waits a random part of that, so that not all clients come back at once', async () => {
      timing.willDraw(0.25);
      server.willAnswer(
        eventStream(to => to.cut()),
        eventStream(to => to.bye('finished')),
      );
      await expect(follow(watch())).resolves.toContain('reconnecting in 250');
    });
  });

  it.each<[string, number | undefined, string]>([
    ['max-age', 800, 'reconnecting in 800'],
    ['shutdown', undefined, 'reconnecting in 1000'],
    ['slow-consumer', undefined, 'reconnecting in 1000'],
    ['token-expired', undefined, 'reconnecting in 0'],
  ])('comes back when the server says bye for %s', async (reason, ms, back) => {
    server.willAnswer(
      eventStream(to => to.snapshot(stateAt(2)).bye(reason, ms)),
      eventStream(to => to.events(third).bye('finished')),
    );
    await expect(follow(watch())).resolves.toEqual([
      'live',
      'snapshot 2',
      back,
      'live',
      'event 3',
      'finished',
    ]);
  });

  describe('when the stream goes silent', () => {
    it('calls itself stale after two and a half heartbeats, then reconnects', async () => {
      server.willAnswer(
        eventStream(to => to.snapshot(stateAt(2))),
        eventStream(to => to.bye('finished')),
      );
      const items = watch();
      await follow(items, 'snapshot 2');
      const next = items.next();
      await new Promise(setImmediate);
      expect(timing.pending).toContain(37_500);
      timing.elapse();
      expect(await next).toMatchObject({ value: { status: 'stale' } });
      await expect(follow(items)).resolves.toEqual([
        'reconnecting in 1000',
        'live',
        'finished',
      ]);
      expect(cursors()).toEqual([undefined, 'k7.2']);
    });

    it('goes by the heartbeat that the server keeps', async () => {
      server.willAnswer(
        eventStream(to => to.ping('k7.2', 5_000).snapshot(stateAt(2))),
      );
      const items = watch();
      await follow(items, 'snapshot 2');
      const next = items.next();
      await new Promise(setImmediate);
      expect(timing.pending).toContain(12_500);
      timing.elapse();
      await next;
    });
  });

  describe('when events are missing or too many', () => {
    it('drops those that it has seen', async () => {
      server.willAnswer(
        eventStream(to =>
          to
            .snapshot(stateAt(3))
            .events(second, third, fourth, fourth, fifth)
            .bye('finished'),
        ),
      );
      await expect(follow(watch())).resolves.toEqual([
        'live',
        'snapshot 3',
        'event 4',
        'event 5',
        'finished',
      ]);
    });

    it('reads a gap from the history', async () => {
      server.willAnswer(
        eventStream(to =>
          to.snapshot(stateAt(1)).events(fifth).bye('finished'),
        ),
        history,
      );
      await expect(follow(watch())).resolves.toEqual([
        'live',
        'snapshot 1',
        'event 2',
        'event 3',
        'event 4',
        'event 5',
        'finished',
      ]);
      expect(server.requests[1].url).toBe(
        '/api/orchestrator/v2/instances/i1/history?after=k7.1&limit=1000',
      );
    });

    it('takes the state when the gap is no longer in the history', async () => {
      server.willAnswer(
        eventStream(to =>
          to.snapshot(stateAt(1)).events(fifth).bye('finished'),
        ),
        json({ ...trimmedPage, items: [fourth, fifth] }),
        json(stateAt(5)),
      );
      await expect(follow(watch())).resolves.toEqual([
        'live',
        'snapshot 1',
        'snapshot 5 expired',
        'finished',
      ]);
    });

    it('sees no gap where the server has left events out on purpose', async () => {
      server.willAnswer(
        eventStream(to =>
          to
            .snapshot(stateAt(1))
            .send('cursor', {}, 'k7.4')
            .events(fifth)
            .bye('finished'),
        ),
      );
      await expect(follow(watch())).resolves.toEqual([
        'live',
        'snapshot 1',
        'event 5',
        'finished',
      ]);
    });

    it('catches up when two heartbeats in a row know of more', async () => {
      server.willAnswer(
        eventStream(to =>
          to.snapshot(stateAt(3)).ping('k7.5').ping('k7.5').bye('finished'),
        ),
        history,
      );
      await expect(follow(watch())).resolves.toEqual([
        'live',
        'snapshot 3',
        'event 4',
        'event 5',
        'finished',
      ]);
    });

    it('takes one such heartbeat for a race', async () => {
      server.willAnswer(
        eventStream(to =>
          to
            .snapshot(stateAt(3))
            .ping('k7.4')
            .events(fourth)
            .ping('k7.5')
            .events(fifth)
            .bye('finished'),
        ),
      );
      await follow(watch());
      expect(server.requests).toHaveLength(1);
    });
  });

  it('takes a snapshot for what is true, also when the log was rebuilt', async () => {
    const rebuilt = logIn('k8');
    server.willAnswer(
      eventStream(to =>
        to
          .snapshot(stateAt(4))
          .snapshot(foldEvents(rebuilt.slice(0, 2)), 'epoch')
          .events(rebuilt[2])
          .cut(),
      ),
      eventStream(to => to.bye('finished')),
    );
    const seen = await follow(watch());
    expect(seen.slice(1, 4)).toEqual([
      'snapshot 4',
      'snapshot 2 epoch',
      'event 3',
    ]);
    expect(cursors()).toEqual([undefined, 'k8.3']);
  });

  it('ignores messages without an id that it does not know', async () => {
    server.willAnswer(
      eventStream(to =>
        to
          .snapshot(stateAt(1))
          .send('task.progress', { percent: 10 })
          .bye('finished'),
      ),
    );
    await expect(follow(watch())).resolves.toEqual([
      'live',
      'snapshot 1',
      'finished',
    ]);
  });

  describe('when the token is refused', () => {
    const refused = failure(401, { name: 'AuthenticationError', message: '' });
    const tokens = ['first', 'second', 'third'];
    const watchWith = (given: string[]) => {
      const token = async () => given.shift();
      return watch({ token });
    };

    it('gets a new one and goes on where it was', async () => {
      server.willAnswer(
        eventStream(to => to.snapshot(stateAt(2)).bye('token-expired', 5)),
        refused,
        eventStream(to => to.events(third).bye('finished')),
      );
      await expect(follow(watchWith([...tokens]))).resolves.toEqual([
        'live',
        'snapshot 2',
        'reconnecting in 5',
        'reconnecting in 1000',
        'live',
        'event 3',
        'finished',
      ]);
      expect(streams().map(({ headers }) => headers.authorization)).toEqual(
        tokens.map(token => `Bearer ${token}`),
      );
      expect(cursors()).toEqual([undefined, 'k7.2', 'k7.2']);
    });

    it('gives up when the new one is refused, too', async () => {
      server.willAnswer(refused, refused);
      await expect(follow(watchWith([...tokens]))).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: 401,
      });
      expect(server.requests).toHaveLength(2);
    });
  });

  it('leaves a server alone for as long as it asks for that', async () => {
    server.willAnswer(
      (_, response) =>
        response.writeHead(429, { 'Retry-After': '7' }).end('{}'),
      eventStream(to => to.bye('finished')),
    );
    await expect(follow(watch())).resolves.toEqual([
      'reconnecting in 7000',
      'live',
      'finished',
    ]);
  });

  describe('when no retry can help', () => {
    it('throws what the server answered', async () => {
      server.willAnswer(
        failure(404, {
          name: 'NotFoundError',
          code: 'INSTANCE_NOT_FOUND',
          message: 'There is no instance "i1"',
        }),
      );
      await expect(follow(watch())).rejects.toMatchObject({
        name: 'ResponseError',
        statusCode: 404,
        body: { error: { code: 'INSTANCE_NOT_FOUND' } },
      });
      expect(server.requests).toHaveLength(1);
    });

    it('throws when the caller may no longer see the instance', async () => {
      server.willAnswer(eventStream(to => to.bye('forbidden')));
      await expect(follow(watch())).rejects.toThrow(
        'You may no longer see what you watch',
      );
    });
  });

  describe('when the caller has had enough', () => {
    /** A stream that stays open, and its server's end once a client is there. */
    function openStream(): Promise<StreamConnection> {
      return new Promise(resolve => {
        server.willAnswer(eventStream(to => resolve(to.snapshot(stateAt(2)))));
      });
    }

    it('ends quietly and closes the connection when aborted', async () => {
      const opened = openStream();
      const controller = new AbortController();
      const items = watch({ signal: controller.signal });
      await follow(items, 'snapshot 2');
      const next = items.next();
      const { closed } = await opened;
      controller.abort();
      await expect(next).resolves.toEqual({ done: true, value: undefined });
      await closed;
    });

    it('ends at once when aborted while it waits to reconnect', async () => {
      server.willAnswer(eventStream(to => to.cut()));
      const controller = new AbortController();
      const items = watch({ signal: controller.signal });
      await follow(items, 'reconnecting in 1000');
      const next = items.next();
      controller.abort();
      await expect(next).resolves.toEqual({ done: true, value: undefined });
      expect(timing.pending).toEqual([]);
    });

    it('closes the connection when it is iterated no further', async () => {
      const opened = openStream();
      for await (const item of watch()) {
        if (item.type === 'snapshot') break;
      }
      const { closed } = await opened;
      await expect(closed).resolves.toBeUndefined();
    });
  });

  it('gives the same ids and the same state however often it is cut', async () => {
    const serveFrom =
      (cutAfter: number): Answer =>
      (request, response) => {
        if (!request.url.includes('/events/stream')) {
          failure(502, { name: 'X', message: 'away' })(request, response);
          return;
        }
        const cursor = `${request.headers['last-event-id'] ?? ''}`;
        const after = Number(cursor.split('.')[1] ?? 0);
        eventStream(to => {
          if (!cursor) to.snapshot({ ...emptyInstance('i1'), epoch: 'k7' });
          to.events(...log.slice(after, after + cutAfter));
          if (after + cutAfter >= log.length) to.bye('finished');
          else to.cut();
        })(request, response);
      };

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2), { maxLength: 8 }),
        async cutsAfter => {
          const rest = Array.from({ length: 9 }, () => serveFrom(9));
          server.willAnswer(...cutsAfter.map(serveFrom), ...rest);
          const events: OrchestratorEvent[] = [];
          const items = new OrchestratorApi({
            baseUrl: server.url,
            timing: retriesAtOnce,
          }).watchInstance('i1');
          for await (const item of items) {
            if (item.type === 'event') events.push(item.event);
          }
          expect(events).toEqual(log);
          expect(foldEvents(events)).toEqual(foldEvents(log));
          server.forgetAnswers();
        },
      ),
      { numRuns: 100 },
    );
  });

  describe('waitForEnd', () => {
    const waitForEnd = (signal?: AbortSignal) =>
      new OrchestratorApi({ baseUrl: server.url, timing }).waitForEnd(
        { instanceId: 'i1' },
        { signal },
      );

    it('answers the final state as soon as the instance has ended', async () => {
      server.willAnswer(
        eventStream(to => to.snapshot(stateAt(2)).events(third, fourth, fifth)),
      );
      await expect(waitForEnd()).resolves.toEqual(stateAt(5));
    });

    it('waits for the output, which comes after the status', async () => {
      const withStatus: readonly OrchestratorEvent[] = [
        {
          ...envelope('k7', 5),
          type: 'instance.status_changed',
          data: { from: 'running', to: 'completed' },
        },
        {
          ...envelope('k7', 6),
          type: 'instance.completed',
          data: { output: value, durationMs: 9 },
        },
      ];
      server.willAnswer(
        eventStream(to => to.snapshot(stateAt(4)).events(...withStatus)),
      );
      await expect(waitForEnd()).resolves.toMatchObject({
        status: 'completed',
        output: value,
      });
    });

    it('answers at once for an instance that had ended before', async () => {
      server.willAnswer(eventStream(to => to.snapshot(stateAt(5))));
      await expect(waitForEnd()).resolves.toEqual(stateAt(5));
    });

    it('throws why it was aborted', async () => {
      const controller = new AbortController();
      server.willAnswer(
        eventStream(() => controller.abort(new Error('enough'))),
      );
      await expect(waitForEnd(controller.signal)).rejects.toThrow('enough');
    });
  });
});
