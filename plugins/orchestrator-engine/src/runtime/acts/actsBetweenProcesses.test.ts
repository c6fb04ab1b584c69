/** Acts whose instance is nowhere in memory, that come at the same moment, or whose process dies. */
import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock } from '../../__testUtils__/ManualClock';
import {
  sharedExpressions,
  workflowText,
} from '../../__testUtils__/runInMemory';
import {
  CallGate,
  MortalStore,
  TestBackend,
} from '../../__testUtils__/TestBackend';
import { moveEntries } from '../../__testUtils__/rewriteLog';
import { signalRow } from '../../store/knex/rows';
import type { InstanceStore } from '../../store/InstanceStore';
import type {
  EmbeddedRuntime,
  EmbeddedRuntimeOptions,
} from '../EmbeddedRuntime';

const actor = { kind: 'user', ref: 'user:default/ada' } as const;
const by = { actor };

const pausing = workflowText('- pause: { wait: PT1H }');

const get = (name: string) =>
  `- ${name}: { call: http, with: { method: get, endpoint: http://x/${name} } }`;

const parent = workflowText(`
  - ask:
      run:
        workflow: { namespace: default, name: child, version: latest, input: {} }`);

jest.setTimeout(180_000);

describe.each(databaseIds)('between processes, on %s', databaseId => {
  /** Two processes at a time: SQLite belongs to one. */
  const describeShared = databaseId === 'SQLITE_3' ? describe.skip : describe;

  let knex: Knex;
  let clock: ManualClock;
  let isBroken: boolean;
  let backend: TestBackend;
  const running: EmbeddedRuntime[] = [];

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
    isBroken = false;
  });

  afterEach(async () => {
    for (const runtime of running.splice(0)) await runtime.stop({ graceMs: 0 });
  });

  async function begin(
    more: Partial<EmbeddedRuntimeOptions> = {},
    wrap?: (store: InstanceStore) => InstanceStore,
    at = clock,
  ) {
    const answer = (uri: string) =>
      isBroken ? { status: 503 } : { value: uri };
    backend = new TestBackend(knex, at, answer, wrap);
    const runtime = await backend.begin({}, more);
    running.push(runtime);
    return runtime;
  }

  const start = (runtime: EmbeddedRuntime) =>
    runtime.start({ workflowId: 'under-test', input: {} });

  const typesOf = async (id: string) =>
    (await backend.store.loadLog(id)).map(({ type }) => type);

  /** Of acts that were taken up, in order. */
  async function actsOf(id: string) {
    const acts = (await typesOf(id)).filter(type =>
      /suspend_requested|resumed|act_refused/.test(type),
    );
    return acts.map(type => type.replace('instance.', ''));
  }

  async function expectAllTakenUp(id: string) {
    await backend.until('all is taken up', async () => {
      clock.advance(100);
      return (await knex('signals').where({ instance_id: id })).length === 0;
    });
  }

  it('counts what has been asked for, although no process has taken it up', async () => {
    const runtime = await begin();
    await backend.publish(pausing);
    const id = await start(runtime);
    await backend.untilStatus(id, 'waiting');
    await runtime.stop({ graceMs: 0 });
    for (let turn = 0; turn < 4; turn += 1) {
      await runtime.suspend(id, by);
      await expect(runtime.suspend(id, by)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      await runtime.resume(id, by);
    }
    await begin();
    await expectAllTakenUp(id);
    const pair = ['suspend_requested', 'resumed'];
    expect(await actsOf(id)).toEqual([...pair, ...pair, ...pair, ...pair]);
    await backend.passUntilStatus(id, 'completed', 100_000);
  });

  it('counts what is taken up at the very moment at which the next act is looked at', async () => {
    const runtime = await begin();
    await backend.publish(pausing);
    const id = await start(runtime);
    await backend.untilStatus(id, 'waiting');
    await runtime.stop({ graceMs: 0 });
    await runtime.suspend(id, by);
    const takenUpMeanwhile = (store: InstanceStore): InstanceStore =>
      new Proxy(store, {
        get: (target, name) =>
          name === 'signalsOf'
            ? async (...of: Parameters<InstanceStore['signalsOf']>) => {
                const signals = await target.signalsOf(...of);
                await backend.passUntilStatus(id, 'suspended', 100);
                return signals;
              }
            : Reflect.get(target, name),
      });
    const other = await begin({}, takenUpMeanwhile);
    await other.resume(id, by);
    await expectAllTakenUp(id);
    expect(await actsOf(id)).toEqual(['suspend_requested', 'resumed']);
  });

  it('takes acts up in the order in which they came, whatever the clocks of the processes say', async () => {
    const runtime = await begin();
    await backend.publish(pausing);
    const id = await start(runtime);
    await backend.untilStatus(id, 'waiting');
    const behind = new ManualClock();
    clock.advance(60_000);
    const other = await begin({}, undefined, behind);
    await runtime.stop({ graceMs: 0 });
    await other.stop({ graceMs: 0 });
    await runtime.suspend(id, by);
    await other.resume(id, by);
    await begin();
    await expectAllTakenUp(id);
    expect(await actsOf(id)).toEqual(['suspend_requested', 'resumed']);
  });

  describeShared('two processes', () => {
    it('act on parked instances at once, and every act that was accepted is taken up', async () => {
      const [one, other] = [await begin(), await begin()];
      await backend.publish(pausing);
      const ids = await Promise.all(
        Array.from({ length: 8 }, () => start(one)),
      );
      for (const id of ids) await backend.untilStatus(id, 'waiting');
      const accepted = new Map(ids.map(id => [id, 0]));
      const refusals = new Set<string>();
      const act = async (
        runtime: EmbeddedRuntime,
        id: string,
        turn: number,
      ) => {
        const asked = turn % 2 === 0 ? 'suspend' : 'resume';
        await runtime[asked](id, by).then(
          () => accepted.set(id, accepted.get(id)! + 1),
          error => refusals.add(error.code ?? `${error}`),
        );
      };
      for (let turn = 0; turn < 12; turn += 1) {
        const acts = ids.flatMap(id => [
          act(one, id, turn),
          act(other, id, turn),
        ]);
        await Promise.all(acts);
        if (turn % 3 === 0) clock.advance(700);
      }
      refusals.delete('STATE_CONFLICT');
      expect([...refusals]).toEqual([]);
      for (const id of ids) {
        await expectAllTakenUp(id);
        expect(await actsOf(id)).toHaveLength(accepted.get(id)!);
        const { status } = (await backend.reader.get(id))!;
        const last = (await actsOf(id)).filter(type => type !== 'act_refused');
        const isSuspended = last.at(-1) === 'suspend_requested';
        expect(status).toBe(isSuspended ? 'suspended' : 'waiting');
      }
    });
  });

  it('retries although something was refused after that was accepted, on the definition that was chosen', async () => {
    isBroken = true;
    const runtime = await begin();
    await backend.publish(workflowText(get('first')));
    const id = await start(runtime);
    await backend.untilStatus(id, 'failed');
    await runtime.stop({ graceMs: 0 });
    isBroken = false;
    // Was accepted while it ran, and comes too late.
    const late = { id: 'late', instanceId: id, kind: 'suspend' } as const;
    const signal = { ...late, actor, data: {}, createdAt: 1 };
    await knex('signals').insert(signalRow(signal));
    await knex('instances').where({ id }).increment('open_signals', 1);
    await backend.publish(
      workflowText(`
        ${get('first')}
        ${get('second')}`),
    );
    await runtime.retry(id, { version: 'current' }, by);
    await begin();
    await backend.passUntilStatus(id, 'completed');
    expect(await typesOf(id)).toEqual(
      expect.arrayContaining(['instance.act_refused', 'instance.retried']),
    );
    expect(backend.calls.targets).toEqual([
      'GET http://x/first',
      'GET http://x/second',
    ]);
  });

  describe('children', () => {
    async function startParent(runtime: EmbeddedRuntime) {
      await backend.publish(parent);
      await backend.publish(pausing, 'child');
      const id = await start(runtime);
      await backend.until('both are parked', async () => {
        const rows = await knex('instances').where({ owner: null });
        return rows.filter(({ status }) => status === 'waiting').length === 2;
      });
      const [child] = await knex('instances').whereNot({ id });
      return { id, childId: child.id };
    }

    it('are told to stop although the process dies before it has told them', async () => {
      const mortal = new MortalStore();
      const silent = (store: InstanceStore) =>
        new Proxy(mortal.wrap(store), {
          get: (target, name) =>
            name === 'signal' ? silence(target) : Reflect.get(target, name),
        });
      const runtime = await begin({}, silent);
      const { id, childId } = await startParent(runtime);
      await runtime.cancel(id, by);
      await backend.until('it has been asked', async () =>
        (await typesOf(id)).includes('instance.cancel_requested'),
      );
      mortal.kill();
      running.splice(0);
      await knex('workers').update({ lease_until: 0 });
      await begin();
      await backend.passUntilStatus(childId, 'cancelled');
      await backend.passUntilStatus(id, 'cancelled');
      expect(await typesOf(childId)).toContain('instance.cancel_requested');
    });

    it('of an instance that was set aside stop when it is cancelled', async () => {
      const runtime = await begin();
      const { id, childId } = await startParent(runtime);
      await moveEntries(knex, id, {
        type: 'task.started',
        from: '/do/0/ask',
        to: '/do/0/other',
      });
      await knex('instances').where({ id }).update({ wake_at: 0 });
      await backend.passUntilStatus(id, 'suspended');
      await runtime.cancel(id, by);
      await backend.passUntilStatus(id, 'cancelled');
      await backend.passUntilStatus(childId, 'cancelled');
      expect(await typesOf(childId)).toContain('instance.cancel_requested');
    });

    /** Tells no child that its parent wants it to stop. */
    function silence({ signal }: InstanceStore): InstanceStore['signal'] {
      return (told, ...more) =>
        told.actor.kind === 'system'
          ? new Promise<never>(() => {})
          : signal(told, ...more);
    }
  });

  it('keeps the limits and the runtime that a run began with', async () => {
    const text = workflowText(`
      - each:
          for: { in: '[1, 2, 3]' }
          do:
            - pause: { wait: PT1M }
            - old:
                if: '\${ $runtime.version == "1" }'
                set: { from: '\${ $runtime.version }' }`);
    const at = (version: string, iterations: number) => ({
      runtime: { name: 'orchestrator', version, metadata: {} },
      limits: { iterations },
    });
    const runtime = await begin(at('1', 3));
    await backend.publish(text);
    const id = await start(runtime);
    await backend.untilStatus(id, 'waiting');
    await runtime.stop({ graceMs: 0 });
    await begin(at('2', 1));
    await backend.passUntilStatus(id, 'completed', 10_000);
    expect((await backend.reader.get(id))?.output).toEqual({
      value: { from: '1' },
    });
  });

  it('does not try an instance again before what the first try began has ended', async () => {
    const gate = new CallGate();
    const faulty = {
      compile: (...asked: Parameters<typeof sharedExpressions.compile>) => {
        if (asked[0].includes('fault')) throw new Error('a fault');
        return sharedExpressions.compile(...asked);
      },
    };
    backend = new TestBackend(knex, clock, gate.answer);
    const runtime = await backend.begin({}, { expressions: faulty });
    running.push(runtime);
    await backend.publish(
      workflowText(`
        - both:
            fork:
              branches:
                ${get('slow')}
                - fault:
                    do:
                      - pause: { wait: PT1M }
                      - set: { set: { n: '\${ .fault }' } }`),
    );
    const id = await start(runtime);
    await backend.until('it calls', () => backend.calls.calls.length === 1);
    clock.advance(60_000);
    await backend.pass(1_000);
    const [{ faults, owner }] = await knex('instances').where({ id });
    expect({ faults, isOwned: owner !== null }).toEqual({
      faults: 0,
      isOwned: true,
    });
    gate.open('http://x/slow');
    await backend.until('it is given back', async () => {
      const [row] = await knex('instances').where({ id });
      return row.faults === 1 && row.owner === null;
    });
  });
});
