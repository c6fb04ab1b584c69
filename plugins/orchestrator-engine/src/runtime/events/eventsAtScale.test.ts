import type { Knex } from 'knex';
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { sharedExpressions } from '../../__testUtils__/runInMemory';
import type { EventExpectation } from '../../interpreter/DurableHost';
import { KnexEventStore } from '../../store/knex/KnexEventStore';
import { KnexHousekeepingStore } from '../../store/knex/KnexHousekeepingStore';
import { KnexInstanceStore } from '../../store/knex/KnexInstanceStore';
import { awaitRow } from '../../store/knex/operations/commitWaits';
import { isSqlite } from '../../store/knex/operations/workerLeases';
import { EventRouter } from './EventRouter';
import { awaitsOf } from './listeners';

/** Rows of each table that an event or a listener could make a database look through. */
const MANY = 20_000;

const BEGUN_AT = 1_000;

function paid(id: string, order = 0): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: '/shop',
    type: 'paid',
    data: { order },
  };
}

function expecting(order?: number): EventExpectation {
  return {
    literals: { type: 'paid' },
    patterns: {},
    expressions: {},
    correlations:
      order === undefined
        ? []
        : [{ name: 'order', from: '.data.order', expect: order }],
    variables: {},
  };
}

jest.setTimeout(180_000);

describe.each(databaseIds)('many events and listeners on %s', databaseId => {
  let knex: Knex;
  let events: KnexEventStore;
  const clock = new ManualClock();

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    events = new KnexEventStore(knex);
  });

  async function route() {
    const router = new EventRouter({
      store: events,
      expressions: sharedExpressions,
      clock,
      pollMs: 1_000,
      onAnnounced: () => {},
      logger: {
        info: () => {},
        warn: message => {
          throw new Error(message);
        },
        error: () => {},
      },
    });
    router.nudge();
    await router.stop();
  }

  /** Waiting instances `i1`, `i2` … */
  async function begin(count: number) {
    await new KnexInstanceStore(knex).create({
      id: 'i0',
      workflowId: 'shop',
      workflowVersion: '1.0.0',
      definitionHash: 'hash',
      behaviourVersion: 1,
      epoch: 'e1',
      input: { value: {} },
      createdAt: BEGUN_AT,
      payloads: [],
    });
    await knex('instances').update({ status: 'waiting', wake_at: null });
    await copyRow('instances', { id: `'i' || n` }, count);
  }

  /** Copies the one row of a table, with other values of some columns: SQL that may name the number `n` of the copy, from 1. */
  async function copyRow(
    table: string,
    other: { readonly [column: string]: string },
    count: number,
  ) {
    const columns = Object.keys(await knex(table).columnInfo());
    const values = columns.map(name => other[name] ?? name);
    await knex.raw(
      `insert into ${table} (${columns})
       with recursive numbers (n) as (
         select 1 union all select n + 1 from numbers where n < ${count}
       )
       select ${values} from ${table} cross join numbers`,
    );
    if (!isSqlite(knex)) await knex.raw(`analyze ${table}`);
  }

  async function listen(
    ownerId: string,
    expectation: EventExpectation,
    isCaughtUp = false,
  ) {
    const id = '/do/0/hear:event:0';
    const [announced] = awaitsOf(
      { kind: 'listen', id, taskKey: id, expectations: [expectation] },
      BEGUN_AT,
    );
    const { id: shapeId, text: shape } = announced.shape;
    await knex('await_shapes')
      .insert({ id: shapeId, shape })
      .onConflict('id')
      .ignore();
    await knex('awaits').insert({
      ...awaitRow(ownerId, announced),
      is_caught_up: isCaughtUp,
    });
  }

  async function told(): Promise<string[]> {
    const rows = await knex('signals').where({ is_announced: true });
    return rows.map(
      row => `${row.instance_id} ${JSON.parse(row.data).event.id}`,
    );
  }

  /** What the database says that it does for each of the statements which some work makes. */
  async function plansOf(work: () => Promise<void>): Promise<string[]> {
    const asked: { sql: string; bindings: string[] }[] = [];
    const note = (query: { sql: string; bindings: string[] }) => {
      if (/^(select|update|delete)/.test(query.sql)) asked.push(query);
    };
    knex.on('query', note);
    await work();
    knex.removeListener('query', note);
    const explain = isSqlite(knex) ? 'explain query plan' : 'explain';
    const plans = [];
    for (const { sql, bindings } of asked) {
      const text = sql.replace(/\$\d+/g, '?');
      const plan = await knex.raw(`${explain} ${text}`, bindings);
      plans.push(`${sql}: ${JSON.stringify(plan.rows ?? plan)}`);
    }
    return plans;
  }

  /** Tables that grow with what is kept and what waits; those of shapes and schedules are as few as definitions. */
  const SCAN =
    /(Seq Scan on|SCAN) (awaits|inbox|inbox_keys|instances|signals|log)\b(?! USING (COVERING )?INDEX (signals_unannounced|inbox_unrouted|awaits_behind))/;

  it('finds whom an event wakes, and what a new listener has missed, without looking through a table', async () => {
    await begin(MANY);
    await listen('i0', expecting(1), true);
    await copyRow(
      'awaits',
      { owner_id: `'i' || n`, match_key: `'key ' || n` },
      MANY,
    );
    await events.accept({ event: paid('e0', 1), receivedAt: BEGUN_AT });
    await route();
    await copyRow(
      'inbox',
      {
        position: 'position + 1000000 + n',
        event_id: `'e' || n`,
        received_at: 'received_at + n',
      },
      MANY,
    );
    await copyRow(
      'inbox_keys',
      {
        match_key: `'key ' || n`,
        position: 'position + 1000000 + n',
        received_at: 'received_at + n',
      },
      MANY,
    );
    await knex('awaits').where({ owner_id: 'i7' }).delete();
    await listen('i7', expecting(8));
    await copyRow(
      'signals',
      { id: `'old ' || n`, instance_id: `'i' || n` },
      MANY,
    );
    await events.accept({ event: paid('again', 1), receivedAt: BEGUN_AT });
    const plans = await plansOf(async () => {
      await events.hasWork();
      await route();
    });
    expect(plans.length).toBeGreaterThan(8);
    expect(plans.filter(plan => SCAN.test(plan))).toEqual([]);
    const all = await told();
    expect(all.filter(one => one.startsWith('i0'))).toEqual([
      'i0 e0',
      'i0 again',
    ]);
  });

  it('reads for a new listener only what it could take, and makes the keys of its shape once', async () => {
    await begin(3);
    for (let n = 0; n < 700; n += 1) {
      await events.accept({ event: paid(`e${n}`, n), receivedAt: BEGUN_AT });
    }
    await route();
    let looked = 0;
    const { received } = events;
    jest.spyOn(events, 'received').mockImplementation(async page => {
      const found = await received.call(events, page);
      looked += found.length;
      return found;
    });
    await listen('i1', expecting(500));
    await route();
    expect(looked).toBe(700);
    const found = jest.spyOn(events, 'receivedWith');
    await listen('i2', expecting(600));
    await listen('i3', expecting(9_999));
    await route();
    expect(looked).toBe(700);
    expect(found).toHaveBeenCalledTimes(1);
    expect(await told()).toEqual(['i1 e500', 'i2 e600']);
  });

  it('makes keys of older events when the listener of an older instance comes', async () => {
    await begin(2);
    await events.accept({ event: paid('e1', 1), receivedAt: BEGUN_AT + 5 });
    await route();
    await listen('i1', expecting(2));
    await knex('awaits').update({ since: BEGUN_AT + 10 });
    await route();
    await listen('i2', expecting(1));
    await route();
    expect(await told()).toEqual(['i2 e1']);
  });

  it('tells all who wait for the same, once each, however many pages they are', async () => {
    const count = 1_000;
    await begin(count);
    await listen('i0', expecting(1), true);
    await copyRow('awaits', { owner_id: `'i' || n` }, count);
    await events.accept({ event: paid('e1', 1), receivedAt: BEGUN_AT });
    await route();
    const all = await told();
    expect(all).toHaveLength(count + 1);
    expect(new Set(all).size).toBe(count + 1);
  });

  it('looks for more keys at once than a statement has room for bindings', async () => {
    await begin(0);
    await listen('i0', expecting(1), true);
    const [{ match_key: matchKey }] = await knex('awaits');
    const others = Array.from({ length: 70_000 }, (_, n) => `key ${n}`);
    const matchKeys = [...others, matchKey];
    const found = await events.awaiting({ matchKeys, limit: 10 });
    expect(found).toMatchObject([{ ownerId: 'i0', matchKey }]);
    expect(await events.keysSince(matchKeys, 0)).toEqual(new Set());
  });

  it('forgets keys with their events, and shapes with their last listener', async () => {
    const housekeeping = new KnexHousekeepingStore(knex);
    await begin(1);
    await listen('i0', expecting(1), true);
    await listen('i1', expecting());
    await events.accept({ event: paid('e1', 1), receivedAt: BEGUN_AT });
    await route();
    expect(await knex('inbox_keys')).toHaveLength(2);
    await housekeeping.deleteEvents({ before: BEGUN_AT + 1, limit: 10 });
    expect(await knex('inbox_keys')).toEqual([]);
    await housekeeping.deleteOrphans({ limit: 10 });
    expect(await knex('await_shapes')).toHaveLength(2);
    await knex('awaits').where({ owner_id: 'i0' }).delete();
    await housekeeping.deleteOrphans({ limit: 10 });
    const [{ shape_id: left }] = await knex('awaits');
    expect(await knex('await_shapes').select('id')).toEqual([{ id: left }]);
  });

  it('looks for listeners without an instance a few at a time, and finds each', async () => {
    const housekeeping = new KnexHousekeepingStore(knex);
    await begin(6);
    for (let n = 0; n < 7; n += 1) await listen(`i${n}`, expecting(n), true);
    const ended = ['i1', 'i4'];
    await knex('instances').whereIn('id', ended).update('status', 'cancelled');
    await knex('instances').where('id', 'i6').delete();
    const owners = async () =>
      (await knex('awaits').orderBy('owner_id')).map(row => row.owner_id);
    const looks: unknown[] = [];
    let from = {};
    for (let look = 0; look < 4; look += 1) {
      const swept = await housekeeping.deleteOrphans({ limit: 2, from });
      from = swept.sweptTo;
      looks.push([swept.sweptTo.awaits, await owners()]);
    }
    expect(looks).toEqual([
      ['i1', ['i0', 'i2', 'i3', 'i4', 'i5', 'i6']],
      ['i3', ['i0', 'i2', 'i3', 'i4', 'i5', 'i6']],
      ['i5', ['i0', 'i2', 'i3', 'i5', 'i6']],
      [undefined, ['i0', 'i2', 'i3', 'i5']],
    ]);
  });

  it('forgets events of schedules that are no more', async () => {
    const housekeeping = new KnexHousekeepingStore(knex);
    await knex('schedule_events').insert({
      schedule_id: 'gone',
      position: 1,
      event: '{}',
      is_taken: true,
    });
    await expect(
      housekeeping.deleteOrphans({ limit: 10 }),
    ).resolves.toMatchObject({ count: 1 });
    expect(await knex('schedule_events')).toEqual([]);
  });
});
