import type { Knex } from 'knex';
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { sharedExpressions } from '../../__testUtils__/runInMemory';
import type {
  EventExpectation,
  ListenEffect,
} from '../../interpreter/DurableHost';
import type { EventStore } from '../../store/EventStore';
import type { Append, LogEntry } from '../../store/InstanceStore';
import { KnexEventStore } from '../../store/knex/KnexEventStore';
import { KnexInstanceStore } from '../../store/knex/KnexInstanceStore';
import { EventRouter } from './EventRouter';
import { awaitsOf } from './listeners';

const WORKER = 'w1';

function event(id: string, more: Partial<CloudEvent> = {}): CloudEvent {
  return { specversion: '1.0', id, source: '/shop', type: 'paid', ...more };
}

function expecting(
  literals: EventExpectation['literals'],
  more: Partial<EventExpectation> = {},
): EventExpectation {
  return {
    literals,
    patterns: {},
    expressions: {},
    correlations: [],
    variables: {},
    ...more,
  };
}

function forOrder(expect: number): EventExpectation {
  return expecting(
    { type: 'paid' },
    { correlations: [{ name: 'order', from: '.data.order', expect }] },
  );
}

jest.setTimeout(180_000);

describe.each(databaseIds)('routing events on %s', databaseId => {
  let knex: Knex;
  let events: EventStore;
  let instances: KnexInstanceStore;
  const clock = new ManualClock();
  const routers: EventRouter[] = [];
  const announced = jest.fn();

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    events = new KnexEventStore(knex);
    instances = new KnexInstanceStore(knex);
    await instances.registerWorker(WORKER, 60_000);
    announced.mockClear();
  });

  function router(store = events) {
    const made = new EventRouter({
      store,
      expressions: sharedExpressions,
      clock,
      pollMs: 1_000,
      onAnnounced: announced,
      logger: {
        info: () => {},
        warn: message => {
          throw new Error(message);
        },
        error: () => {},
      },
    });
    routers.push(made);
    return made;
  }

  /** Has a router do all there is to do. */
  async function route(one = router()) {
    one.nudge();
    await one.stop();
  }

  async function begin(...ids: string[]) {
    const created = ids.map(id => ({
      instance: {
        id,
        workflowId: 'shop',
        workflowVersion: '1.0.0',
        definitionHash: 'hash',
        behaviourVersion: 1,
        epoch: 'e1',
        input: { value: {} },
        createdAt: 1000,
        payloads: [],
      },
      isOwned: true,
    }));
    await instances.commit(WORKER, { steps: [], created });
  }

  function entry(seq: number, type: LogEntry['type'], data = {}): LogEntry {
    return { seq, type, taskKey: '/do/0/a', time: 2000, data };
  }

  function listening(
    instanceId: string,
    expectations: readonly EventExpectation[],
    more: Partial<Append & { n: number }> = {},
  ): Append {
    const { n = 0, ...rest } = more;
    const effect: ListenEffect = {
      kind: 'listen',
      id: `/do/0/a:event:${n}`,
      taskKey: '/do/0/a',
      expectations,
    };
    return {
      instanceId,
      afterSeq: 1,
      entries: [entry(2, 'event.awaited')],
      payloads: [],
      change: { status: 'waiting' },
      takenSignals: [],
      release: true,
      awaits: awaitsOf(effect, 1000),
      ...rest,
    };
  }

  async function commit(...steps: Append[]) {
    const { steps: written } = await instances.commit(WORKER, {
      steps,
      created: [],
    });
    expect(written).toEqual(steps.map(() => true));
  }

  async function accept(...all: CloudEvent[]) {
    for (const one of all) {
      await events.accept({ event: one, receivedAt: 2000 });
    }
  }

  /** Ids of the events that instances have been told of, in the order in which they hear of them. */
  async function heard(): Promise<[string, string[]][]> {
    await instances.claimDue({ workerId: WORKER, now: 1e15, limit: 999 });
    const signals = await instances.pendingSignals(WORKER);
    const byInstance = new Map<string, string[]>();
    for (const signal of signals) {
      if (signal.kind !== 'event') continue;
      const { instanceId, data } = signal;
      const ids = byInstance.get(instanceId) ?? [];
      byInstance.set(instanceId, [...ids, data.event.id]);
    }
    return [...byInstance].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  it('keeps an event once, and says so', async () => {
    const first = { event: event('e1'), receivedAt: 2000 };
    await expect(events.accept(first)).resolves.toBe(true);
    await expect(events.accept(first)).resolves.toBe(false);
    await expect(events.accept({ ...first, target: 'i1' })).resolves.toBe(true);
    await expect(
      events.accept({ event: event('e1', { source: '/b' }), receivedAt: 1 }),
    ).resolves.toBe(true);
  });

  it('wakes who listens for an event that comes later', async () => {
    await begin('i1', 'i2');
    await commit(
      listening('i1', [expecting({ type: 'paid' })]),
      listening('i2', [expecting({ type: 'sent' })]),
    );
    await route();
    await accept(event('e1'));
    await route();
    expect(announced).toHaveBeenCalledTimes(1);
    expect(await heard()).toEqual([['i1', ['e1']]]);
  });

  it('makes who listens due at once by the clocks of all replicas', async () => {
    await begin('i1');
    await commit(listening('i1', [expecting({ type: 'paid' })]));
    await accept(event('e1'));
    await route();
    const due = await instances.claimDue({
      workerId: WORKER,
      now: 0,
      limit: 9,
    });
    expect(due.map(({ id }) => id)).toEqual(['i1']);
  });

  it('gives an event that came before its listener to it, the earliest first', async () => {
    await begin('i1');
    await accept(event('e1', { type: 'sent' }), event('e2'), event('e3'));
    await route();
    await commit(listening('i1', [expecting({ type: 'paid' })]));
    await route();
    expect(await heard()).toEqual([['i1', ['e2']]]);
  });

  it('does not give events from before its start to an instance', async () => {
    await begin('i1');
    await events.accept({ event: event('e1'), receivedAt: 999 });
    await route();
    await commit(listening('i1', [expecting({ type: 'paid' })]));
    await route();
    expect(await heard()).toEqual([]);
  });

  it('gives no event again that the same task has taken, or another before', async () => {
    await begin('i1');
    await accept(event('e1'), event('e2'), event('e3'));
    await route();
    const received = (seq: number, eventId: string, taskKey: string) => ({
      ...entry(seq, 'event.received', { source: '/shop', eventId }),
      taskKey,
    });
    await commit(
      listening('i1', [expecting({ type: 'paid' })], {
        n: 1,
        entries: [
          received(2, 'e1', '/do/9/earlier'),
          entry(3, 'event.awaited'),
          received(4, 'e2', '/do/0/a'),
        ],
      }),
    );
    await route();
    expect(await heard()).toEqual([['i1', ['e3']]]);
  });

  it('finds listeners by what they correlate with', async () => {
    await begin('i1', 'i2');
    await commit(
      listening('i1', [forOrder(1)]),
      listening('i2', [forOrder(2)]),
    );
    await accept(event('e1', { data: { order: 2 } }), event('e2'));
    await route();
    expect(await heard()).toEqual([['i2', ['e1']]]);
  });

  const table: [string, EventExpectation, Partial<CloudEvent>, boolean][] = [
    ['no type at all', expecting({}), {}, true],
    ['an extension', expecting({ tenant: 'a' }), { tenant: 'a' }, true],
    ['another extension', expecting({ tenant: 'a' }), { tenant: 'b' }, false],
    [
      'data',
      expecting({ data: { b: 1, a: 2 } }),
      { data: { a: 2, b: 1 } },
      true,
    ],
    ['a pattern', expecting({}, { patterns: { type: 'pa.*' } }), {}, true],
    [
      'part of a pattern',
      expecting({}, { patterns: { type: 'pa' } }),
      {},
      false,
    ],
    [
      'an expression on data',
      expecting(
        {},
        { expressions: { data: '.n > $least' }, variables: { least: 2 } },
      ),
      { data: { n: 3 } },
      true,
    ],
    [
      'an expression that fails',
      expecting({}, { expressions: { data: 'error("no")' } }),
      { data: { n: 3 } },
      false,
    ],
    [
      'an expression that gives the value',
      expecting({}, { expressions: { subject: '"s"' } }),
      { subject: 's' },
      true,
    ],
    [
      'a correlation of any value',
      expecting({}, { correlations: [{ name: 'c', from: '.data.c' }] }),
      { data: { c: 0 } },
      true,
    ],
    [
      'a correlation that the event lacks',
      expecting({}, { correlations: [{ name: 'c', from: '.data.c' }] }),
      { data: {} },
      false,
    ],
  ];

  it.each(table)('matches by %s', async (_name, expectation, more, isMeant) => {
    await begin('i1');
    await commit(listening('i1', [expectation]));
    await route();
    await accept(event('e1', more));
    await route();
    expect(await heard()).toEqual(isMeant ? [['i1', ['e1']]] : []);
  });

  it('tells nobody but the target of an event for one instance, though it listens later', async () => {
    await begin('i1', 'i2');
    await commit(listening('i2', [expecting({ type: 'paid' })]));
    await events.accept({ event: event('e1'), target: 'i1', receivedAt: 2000 });
    await route();
    await commit(listening('i1', [expecting({ type: 'paid' })]));
    await route();
    expect(await heard()).toEqual([['i1', ['e1']]]);
  });

  it('says which of several expectations has taken an event, and any event where there is none', async () => {
    await begin('i1', 'i2');
    await commit(
      listening('i1', [
        expecting({ type: 'sent' }),
        expecting({ type: 'paid' }),
      ]),
      listening('i2', []),
    );
    await accept(event('e1'));
    await route();
    await instances.claimDue({ workerId: WORKER, now: 1e15, limit: 9 });
    const signals = await instances.pendingSignals(WORKER);
    expect(
      signals.map(({ instanceId, data }) => [instanceId, data]).sort(),
    ).toMatchObject([
      ['i1', { expectation: 1 }],
      ['i2', { expectation: 0 }],
    ]);
  });

  it('goes on where a router has died between keeping signals and announcing them', async () => {
    await begin('i1');
    await commit(listening('i1', [expecting({ type: 'paid' })]));
    await route();
    await accept(event('e1'));
    const dying: EventStore = new Proxy(events, {
      get(target, name) {
        if (name === 'announce') return async () => ({ found: 0, left: 0 });
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await route(router(dying));
    expect(await heard()).toEqual([]);
    await route();
    expect(await heard()).toEqual([['i1', ['e1']]]);
  });

  it('tells an instance once, though two replicas route the same event at once', async () => {
    await begin('i1');
    await commit(listening('i1', [expecting({ type: 'paid' })]));
    await accept(event('e1'), event('e2'));
    await Promise.all([route(), route(), route()]);
    expect(await heard()).toEqual([['i1', ['e1', 'e2']]]);
    const [{ open_signals: count }] = await knex('instances');
    expect(count).toBe(2);
  });

  it('forgets the listeners of what has settled, and signals of what has ended', async () => {
    await begin('i1', 'i2');
    await commit(
      listening('i1', [expecting({ type: 'paid' })], { release: false }),
      listening('i2', [expecting({ type: 'paid' })], { release: false }),
    );
    const next = { afterSeq: 2, entries: [entry(3, 'task.completed')] };
    await commit(
      {
        ...listening('i1', [], next),
        awaits: [],
        endedAwaits: ['/do/0/a:event:0'],
      },
      {
        ...listening('i2', [], next),
        awaits: [],
        endedAwaits: 'all',
        change: { status: 'completed', endedAt: 5 },
      },
    );
    expect(await knex('awaits')).toEqual([]);
    await accept(event('e1'));
    await route();
    expect(await knex('signals')).toEqual([]);
  });

  it('writes what a step tells others only with the step', async () => {
    await begin('i1', 'i2');
    const signals = [
      {
        id: 'i1:end',
        instanceId: 'i2',
        kind: 'child',
        actor: { kind: 'system' },
        data: { effectId: 'c', status: 'completed', output: 1 },
        createdAt: 3,
      },
    ] as const;
    const lost = { ...listening('i1', []), awaits: [], afterSeq: 7, signals };
    await instances.commit(WORKER, { steps: [lost], created: [] });
    expect(await knex('signals')).toEqual([]);
    await commit({ ...lost, afterSeq: 1 });
    await route();
    const [{ open_signals: count }] = await knex('instances').where({
      id: 'i2',
    });
    expect(count).toBe(1);
  });

  it('reads the listeners of one correlation only, however many wait for another', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `i${n}`);
    for (let start = 0; start < many.length; start += 1000) {
      const ids = many.slice(start, start + 1000);
      await begin(...ids);
      await commit(...ids.map((id, n) => listening(id, [forOrder(start + n)])));
    }
    await knex('awaits').update({ is_caught_up: true });
    let read = 0;
    const counting: EventStore = new Proxy(events, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const result: { length: number } = await Reflect.apply(
            value,
            target,
            args,
          );
          if (name === 'awaiting') read += result.length;
          return result;
        };
      },
    });
    await accept(event('e1', { data: { order: 4711 } }));
    await route(router(counting));
    expect(read).toBe(1);
    expect(await heard()).toEqual([['i4711', ['e1']]]);
    const plan = JSON.stringify(await explain(knex));
    expect(plan).toMatch(/awaits_by_match/);
  });
});

async function explain(knex: Knex): Promise<unknown> {
  if (knex.client.dialect !== 'sqlite3') await knex.raw('analyze awaits');
  const { sql, bindings } = knex('awaits')
    .whereIn('match_key', ['a', 'b'])
    .orderBy(['owner_id', 'effect_id', 'expectation'])
    .limit(100)
    .toSQL()
    .toNative();
  const verb =
    knex.client.dialect === 'sqlite3' ? 'explain query plan' : 'explain';
  const text = sql.replace(/\$(\d+)/g, () => '?');
  return knex.raw(`${verb} ${text}`, bindings as string[]);
}
