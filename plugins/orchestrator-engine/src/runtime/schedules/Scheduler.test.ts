import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import {
  sharedExpressions,
  workflowText,
} from '../../__testUtils__/runInMemory';
import { KnexDefinitionStore } from '../../store/knex/KnexDefinitionStore';
import { KnexEventStore } from '../../store/knex/KnexEventStore';
import { KnexInstanceStore } from '../../store/knex/KnexInstanceStore';
import { KnexScheduleStore } from '../../store/knex/KnexScheduleStore';
import { KnexWorkflowEditor } from '../../store/knex/KnexWorkflowEditor';
import type { Occurrence } from '../../store/ScheduleStore';
import { EngineError } from '../../EngineError';
import { DefinitionCache } from '../DefinitionCache';
import { EventReader } from '../events/EventReader';
import { EventRouter } from '../events/EventRouter';
import { InstanceFactory } from '../InstanceFactory';
import { Scheduler } from './Scheduler';
import type { MisfirePolicy } from './occurrences';

const MINUTE = 60_000;

/** Time goes by while a definition is read. */
class SlowDefinitions extends KnexDefinitionStore {
  constructor(knex: Knex, private readonly clock: ManualClock) {
    super(knex);
  }

  async getByHash(workflowId: string, hash: string) {
    const found = await super.getByHash(workflowId, hash);
    this.clock.advance(1);
    return found;
  }
}

jest.setTimeout(180_000);

describe.each(databaseIds)('schedules on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  let definitions: KnexDefinitionStore;
  let schedules: KnexScheduleStore;
  let events: KnexEventStore;
  let workflows: KnexWorkflowEditor;
  const warnings: string[] = [];
  let isFull: boolean;

  beforeEach(async () => {
    isFull = false;
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
    definitions = new KnexDefinitionStore(knex);
    schedules = new KnexScheduleStore(knex);
    events = new KnexEventStore(knex);
    workflows = new KnexWorkflowEditor(knex);
    warnings.length = 0;
  });

  const logger = {
    info: () => {},
    warn: (message: string) => warnings.push(message),
    error: (message: string) => warnings.push(message),
  };

  function scheduler(misfire: MisfirePolicy = 'one') {
    const instances = new KnexInstanceStore(knex);
    const parsed = new DefinitionCache(definitions);
    return new Scheduler({
      schedules,
      definitions,
      parsed,
      instances: new InstanceFactory(parsed, clock),
      accept: async instance => {
        if (isFull) throw new EngineError('OVERLOADED', 'too many wait');
        await instances.create(instance);
        return instance.id;
      },
      consumer: {
        expressions: sharedExpressions,
        runtime: { name: 'test', version: '0', metadata: { rate: 'PT1M' } },
        reader: new EventReader(sharedExpressions),
      },
      clock,
      logger,
      misfire,
    });
  }

  async function publish(schedule: string, workflowId = 'under-test') {
    const text = workflowText(
      '- a: { set: { n: 1 } }',
      schedule === '' ? '' : `schedule: ${schedule}\n`,
    );
    await definitions.publish(
      {
        workflowId,
        hash: createHash('sha256').update(text).digest('hex'),
        namespace: 'default',
        name: workflowId,
        version: '1.0.0',
        format: 'yaml',
        text,
        isValid: true,
        problems: [],
        loadedAt: 1,
      },
      'test',
    );
  }

  async function started(): Promise<unknown[]> {
    const rows = await knex('instances').orderBy(['created_at', 'id']);
    return rows.map(row => JSON.parse(row.input).value);
  }

  async function send(...all: { id: string; type: string; data?: unknown }[]) {
    for (const one of all) {
      const event = { specversion: '1.0', source: '/s', ...one } as const;
      await events.accept({
        event: JSON.parse(JSON.stringify(event)),
        receivedAt: clock.now(),
      });
    }
    const router = new EventRouter({
      store: events,
      expressions: sharedExpressions,
      clock,
      logger,
      pollMs: 1000,
      onAnnounced: () => {},
    });
    router.nudge();
    await router.stop();
  }

  it('starts one instance at a time though reading the definition takes a while', async () => {
    definitions = new SlowDefinitions(knex, clock);
    await publish('{ every: PT1M }');
    const keeper = scheduler('all');
    await keeper.tick();
    for (let turn = 0; turn < 4; turn += 1) {
      clock.advance(MINUTE / 2);
      await keeper.tick();
      clock.advance(1);
      await keeper.tick();
    }
    expect(await started()).toHaveLength(2);
  });

  it('starts a workflow at a fixed rate', async () => {
    await publish('{ every: PT1M }');
    const keeper = scheduler();
    await keeper.tick();
    expect(await started()).toEqual([]);
    clock.advance(MINUTE);
    await keeper.tick();
    await keeper.tick();
    expect(await started()).toEqual([{}]);
    clock.advance(MINUTE);
    await keeper.tick();
    expect(await started()).toEqual([{}, {}]);
    const [, oldest] = await knex('log').orderBy([
      'time',
      'instance_id',
      'seq',
    ]);
    expect(JSON.parse(oldest.actor)).toEqual({
      kind: 'system',
      reason: 'Its schedule: every',
    });
  });

  it('makes one run of all that were missed while nobody looked', async () => {
    await publish('{ every: PT1M }');
    await scheduler().tick();
    clock.advance(10 * MINUTE);
    await scheduler().tick();
    expect(await started()).toHaveLength(1);
    clock.advance(MINUTE);
    await scheduler().tick();
    expect(await started()).toHaveLength(2);
  });

  it('starts each occurrence once, though two processes look at the same moment', async () => {
    await publish('{ every: PT1M }');
    await publish('{ cron: "* * * * *" }', 'by-cron');
    const keepers = [scheduler('all'), scheduler('all'), scheduler('all')];
    await keepers[0].tick();
    for (let minute = 1; minute <= 5; minute += 1) {
      clock.advance(MINUTE);
      await Promise.all(keepers.map(keeper => keeper.tick()));
    }
    await Promise.all(keepers.map(keeper => keeper.tick()));
    expect(await started()).toHaveLength(10);
  });

  it('goes on with what was claimed and not started', async () => {
    await publish('{ every: PT1M }');
    await scheduler().tick();
    clock.advance(MINUTE);
    await schedules.claim({
      id: 'under-test:every',
      dueAt: clock.now(),
      pending: [clock.now()],
      nextAt: clock.now() + MINUTE,
    });
    await scheduler().tick();
    await scheduler().tick();
    expect(await started()).toHaveLength(1);
  });

  it('starts the next run some time after the last one has ended', async () => {
    await publish('{ after: PT1M }');
    const keeper = scheduler();
    await keeper.tick();
    expect(await started()).toHaveLength(1);
    clock.advance(10 * MINUTE);
    await keeper.tick();
    expect(await started()).toHaveLength(1);
    await knex('instances').update({
      status: 'completed',
      ended_at: clock.now(),
    });
    await keeper.tick();
    expect(await started()).toHaveLength(1);
    clock.advance(MINUTE);
    await keeper.tick();
    expect(await started()).toHaveLength(2);
  });

  it('goes on as it stands when a definition changes and its schedule does not', async () => {
    await publish('{ every: PT1M }');
    const keeper = scheduler();
    await keeper.tick();
    clock.advance(MINUTE / 2);
    await publish('{ every: PT1M } # the same');
    await keeper.tick();
    clock.advance(MINUTE / 2);
    await keeper.tick();
    expect(await started()).toHaveLength(1);
  });

  it('follows a definition that changes its schedule or loses it', async () => {
    await publish('{ every: PT1M }');
    const keeper = scheduler();
    await keeper.tick();
    await publish('{ every: PT2M }');
    await keeper.tick();
    clock.advance(MINUTE);
    await keeper.tick();
    expect(await started()).toHaveLength(0);
    await publish('');
    await keeper.tick();
    expect(await schedules.list()).toEqual([]);
    await publish('{ on: { one: { with: { type: paid } } } }');
    await keeper.tick();
    await definitions.retireAllBut('test', []);
    await keeper.tick();
    expect(await schedules.list()).toEqual([]);
    expect(await knex('awaits')).toEqual([]);
  });

  it('keeps what is due, events too, while too many instances wait', async () => {
    await publish('{ every: { minutes: 1 } }');
    await publish('{ on: { one: { with: { type: order } } } }', 'on-order');
    const one = scheduler();
    await one.tick();
    clock.advance(MINUTE);
    await send({ id: '1', type: 'order', data: { n: 1 } });
    isFull = true;
    await one.tick();
    expect(await started()).toEqual([]);

    isFull = false;
    await one.tick();

    expect(await started()).toEqual(expect.arrayContaining([{}, [{ n: 1 }]]));
    expect(await started()).toHaveLength(2);
  });

  it('starts nothing while a schedule is paused', async () => {
    await publish('{ every: PT1M }');
    const keeper = scheduler();
    await keeper.tick();
    await schedules.setPaused('under-test:every', true);
    clock.advance(10 * MINUTE);
    await keeper.tick();
    expect(await started()).toEqual([]);
    await schedules.setPaused('under-test:every', false);
    await keeper.tick();
    expect(await started()).toEqual([]);
    clock.advance(MINUTE);
    await keeper.tick();
    expect(await started()).toHaveLength(1);
    await expect(schedules.setPaused('nope', true)).resolves.toBe(false);
  });

  it('starts a workflow for each event that is meant, with a list of it', async () => {
    await publish('{ on: { one: { with: { type: paid } } } }');
    const keeper = scheduler();
    await keeper.tick();
    await send(
      { id: 'e1', type: 'paid', data: 1 },
      { id: 'e2', type: 'sent', data: 2 },
      { id: 'e3', type: 'paid', data: 3 },
    );
    await keeper.tick();
    await keeper.tick();
    expect((await started()).sort()).toEqual([[1], [3]]);
    expect(await knex('schedule_events')).toEqual([]);
  });

  it('waits for all events of a set, that belong together', async () => {
    await publish(`
  on:
    all:
      - with: { type: paid }
        correlate: { order: { from: .data.order } }
      - with: { type: sent }
        correlate: { order: { from: .data.order } }`);
    const keeper = scheduler();
    await keeper.tick();
    await send(
      { id: 'e1', type: 'paid', data: { order: 1 } },
      { id: 'e2', type: 'sent', data: { order: 2 } },
    );
    await keeper.tick();
    expect(await started()).toEqual([]);
    await send({ id: 'e3', type: 'sent', data: { order: 1 } });
    await scheduler().tick();
    expect(await started()).toEqual([[{ order: 1 }, { order: 1 }]]);
  });

  it('starts nothing twice for an event, though two processes look at the same moment', async () => {
    await publish('{ on: { one: { with: { type: paid } } } }');
    const keepers = [scheduler(), scheduler()];
    await keepers[0].tick();
    await keepers[1].tick();
    await send({ id: 'e1', type: 'paid' }, { id: 'e2', type: 'paid' });
    await Promise.all(keepers.map(keeper => keeper.tick()));
    expect(await started()).toHaveLength(2);
  });

  const twoKinds = `
  on:
    all:
      - with: { type: paid }
      - with: { type: sent }`;

  /** Events that the router has given to a schedule. */
  async function give(id: string, ...types: string[]) {
    const rows = types.map((type, index) => ({
      schedule_id: id,
      position: index + 1,
      event: JSON.stringify({
        specversion: '1.0',
        id: `${index}`,
        source: '/s',
        type,
        data: index,
      }),
    }));
    for (let start = 0; start < rows.length; start += 500) {
      await knex('schedule_events').insert(rows.slice(start, start + 500));
    }
  }

  it('looks at each event once, though ten thousand of one kind come before the other', async () => {
    await publish(twoKinds);
    await scheduler().tick();
    let read = 0;
    const readEvents = schedules.events.bind(schedules);
    schedules.events = async page => {
      const found = await readEvents(page);
      read += found.length;
      return found;
    };
    await give(
      'under-test:on',
      ...new Array(11_000).fill('paid'),
      ...['sent', 'sent', 'paid'],
    );
    const keeper = scheduler();
    while ((await keeper.tick()) === 0);
    expect(await started()).toEqual([
      [0, 11_000],
      [11_001, 11_002],
    ]);
    expect(read).toBeLessThan(11_100);
    expect(await knex('schedule_events')).toEqual([]);
  });

  it('keeps of a set only what belongs to it', async () => {
    await publish(twoKinds);
    const keeper = scheduler();
    await keeper.tick();
    await send({ id: 'e1', type: 'paid' }, { id: 'e2', type: 'paid' });
    await keeper.tick();
    await keeper.tick();
    expect(await knex('schedule_events').select('position')).toHaveLength(1);
    await send({ id: 'e3', type: 'sent' });
    await scheduler().tick();
    expect(await started()).toHaveLength(1);
  });

  it('gives a set up that cannot be evaluated, says so, and goes on with the next', async () => {
    await publish(`
  on:
    any:
      - with: { type: paid }
    until: '(.[-1] | error) // false'`);
    await publish('{ on: { one: { with: { type: paid } } } }', 'sound');
    const keeper = scheduler();
    await keeper.tick();
    await send({ id: 'e1', type: 'paid', data: 'broken' });
    await keeper.tick();
    expect(await started()).toEqual([['broken']]);
    expect(await schedules.occurrences(first('under-test:on'))).toMatchObject([
      { skipped: expect.stringContaining('broken') },
    ]);
    expect(await knex('schedule_events')).toEqual([]);
  });

  it('gives an event to a schedule once, though it is routed again after it was made use of', async () => {
    await publish(twoKinds);
    const keeper = scheduler();
    await keeper.tick();
    await send({ id: 'e1', type: 'paid' }, { id: 'e2', type: 'sent' });
    const [event] = await events.received({ since: 0, limit: 1 });
    await keeper.tick();
    const scheduled = [{ scheduleId: 'under-test:on', event }];
    await events.dispatch({ signals: [], scheduled });
    expect(await knex('schedule_events')).toEqual([]);
  });

  it('gets no events while it is paused or its workflow disabled, nor when it is no more', async () => {
    await publish('{ on: { one: { with: { type: paid } } } }');
    const keeper = scheduler();
    await keeper.tick();
    await schedules.setPaused('under-test:on', true);
    await send({ id: 'e1', type: 'paid' });
    await schedules.setPaused('under-test:on', false);
    await workflows.configure('under-test', { isEnabled: false });
    await send({ id: 'e2', type: 'paid' });
    await workflows.configure('under-test', { isEnabled: true });
    await keeper.tick();
    expect(await knex('schedule_events')).toEqual([]);
    await send({ id: 'e3', type: 'paid', data: 3 });
    await keeper.tick();
    expect(await started()).toEqual([[3]]);
  });

  it('starts nothing of a disabled workflow, and makes up by the policy for what was missed', async () => {
    await publish('{ every: PT1M }');
    const keeper = scheduler();
    await keeper.tick();
    await workflows.configure('under-test', { isEnabled: false });
    clock.advance(10 * MINUTE);
    await keeper.tick();
    expect(await started()).toEqual([]);
    await workflows.configure('under-test', { isEnabled: true });
    await keeper.tick();
    expect(await started()).toHaveLength(1);
    clock.advance(MINUTE);
    await keeper.tick();
    expect(await started()).toHaveLength(2);
  });

  it('tells of each time whether it was in time, made up for, missed, or refused, the last first', async () => {
    await publish('{ every: PT1M }');
    const keeper = scheduler();
    await keeper.tick();
    const begunAt = clock.now();
    clock.advance(MINUTE);
    await keeper.tick();
    clock.advance(3 * MINUTE);
    await keeper.tick();
    await publish('{ every: PT1M }\ninput: { schema: { document: false } }');
    clock.advance(MINUTE);
    await keeper.tick();
    const id = 'under-test:every';
    const all = await schedules.occurrences(first(id));
    expect(all).toMatchObject([
      {
        dueAt: begunAt + 5 * MINUTE,
        skipped: expect.stringContaining('input does not fit'),
      },
      {
        dueAt: begunAt + 2 * MINUTE,
        at: begunAt + 4 * MINUTE,
        skipped: expect.stringContaining('2 times were missed'),
      },
      { dueAt: begunAt + 4 * MINUTE, at: begunAt + 4 * MINUTE },
      { dueAt: begunAt + MINUTE, instanceId: expect.any(String) },
    ]);
    const paged = [];
    for (let after: Occurrence | undefined; ; after = paged.at(-1)) {
      const page = { scheduleId: id, limit: 1, after };
      const [next] = await schedules.occurrences(page);
      if (!next) break;
      paged.push(next);
    }
    expect(paged).toEqual(all);
  });

  it('counts durations that are computed', async () => {
    await publish('{ every: "${ $runtime.metadata.rate }" }');
    await publish('{ after: "${ $runtime.name }" }', 'wrong');
    const keeper = scheduler();
    await keeper.tick();
    expect(warnings).toEqual([
      'Its schedule cannot be kept: "test" is not a duration; give ISO 8601 text such as PT1H',
    ]);
    clock.advance(MINUTE);
    await keeper.tick();
    expect(await started()).toEqual([{}]);
  });

  function first(scheduleId: string) {
    return { scheduleId, limit: 100 };
  }
});
