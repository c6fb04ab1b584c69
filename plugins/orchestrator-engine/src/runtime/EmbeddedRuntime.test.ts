import type { Knex } from 'knex';
import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Commit, InstanceStore } from '../store/InstanceStore';
import { EngineError } from '../EngineError';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { CallGate, TestBackend } from '../__testUtils__/TestBackend';
import { moveEntries } from '../__testUtils__/rewriteLog';
import type { EmbeddedRuntime } from './EmbeddedRuntime';
import { presentEvent } from './presentEvent';
import type { WorkerSettings } from './WorkerSettings';

const someone = { kind: 'user', ref: 'user:default/ada' } as const;

const twoCalls = workflowText(`
  - first: { call: http, with: { method: get, endpoint: http://x/first } }
  - second: { call: http, with: { method: get, endpoint: http://x/second } }`);

const longWait = workflowText(`
  - before: { call: http, with: { method: get, endpoint: http://x/before } }
  - pause: { wait: PT1H }
  - after: { call: http, with: { method: get, endpoint: http://x/after } }`);

const away = new EngineError('STORE_UNAVAILABLE', 'away');

/** A store of which one method fails when the test says so. */
function failing(
  method: 'commit' | 'registerWorker',
  errorNow: (...args: readonly unknown[]) => Error | undefined,
) {
  return (store: InstanceStore): InstanceStore =>
    new Proxy(store, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const error = name === method ? errorNow(...args) : undefined;
          if (error) throw error;
          return Reflect.apply(value, target, args);
        };
      },
    });
}

/** Whether a commit has steps, and not only new instances. */
function hasSteps([_workerId, commit]: readonly unknown[]): boolean {
  return (commit as Commit).steps.length > 0;
}

jest.setTimeout(180_000);

describe.each(databaseIds)('the embedded runtime on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  const running: EmbeddedRuntime[] = [];

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
  });

  afterEach(async () => {
    for (const runtime of running.splice(0)) await runtime.stop({ graceMs: 0 });
  });

  it('tells activities which tasks have ended', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(twoCalls);
    const runtime = await begin(backend);
    const id = await runtime.start({ workflowId: 'under-test', input: {} });
    await backend.untilStatus(id, 'completed');
    expect(backend.calls.endedTasks).toEqual([
      `${id}/do/0/first`,
      `${id}/do/1/second`,
    ]);
  });

  async function begin(
    backend: TestBackend,
    settings?: Partial<WorkerSettings>,
  ) {
    const runtime = await backend.begin(settings);
    running.push(runtime);
    return runtime;
  }

  const request = {
    workflowId: 'under-test',
    input: { n: 1 },
    initiator: someone.ref,
  };

  it('runs an accepted instance to its end', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(twoCalls);
    const runtime = await begin(backend);
    const id = await runtime.start(request);
    await backend.untilStatus(id, 'completed');
    expect(backend.calls.targets).toEqual([
      'GET http://x/first',
      'GET http://x/second',
    ]);
    expect(await backend.reader.get(id)).toMatchObject({
      output: { value: 'http://x/second' },
      initiator: 'user:default/ada',
    });
  });

  it('keeps the row equal to the fold of the log (L2)', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(twoCalls);
    const id = await (await begin(backend)).start(request);
    await backend.untilStatus(id, 'completed');
    const instance = await backend.reader.get(id);
    const log = await backend.store.loadLog(id);
    const state = foldEvents(log.map(entry => presentEvent(instance!, entry)));
    expect(state).toMatchObject({
      status: instance!.status,
      seq: instance!.seq,
      output: instance!.output,
      endedAt: new Date(instance!.endedAt!).toISOString(),
    });
  });

  it('goes on where a killed process stood, and repeats no completed call (R1)', async () => {
    const gate = new CallGate();
    gate.open('http://x/first');
    const killed = new TestBackend(knex, clock, gate.answer);
    await killed.publish(twoCalls);
    const id = await (await begin(killed)).start(request);
    await killed.until(
      'the second call runs',
      () => killed.calls.calls.length === 2,
    );
    await killed.until('that is in the log', async () =>
      (await killed.history(id)).includes('call.started /do/1/second'),
    );
    await knex('workers').update({ lease_until: 0 });

    const survivor = new TestBackend(knex, clock, uri => ({
      value: `again ${uri}`,
    }));
    await begin(survivor);
    await survivor.untilStatus(id, 'completed');

    expect(survivor.calls.targets).toEqual(['GET http://x/second']);
    expect(survivor.calls.calls[0].key).toBe(killed.calls.calls[1].key);
    const completions = (await survivor.history(id)).filter(entry =>
      entry.startsWith('call.completed'),
    );
    expect(completions).toEqual([
      'call.completed /do/0/first',
      'call.completed /do/1/second',
    ]);
  });

  it('writes nothing more once its lease is lost, and begins anew (R2)', async () => {
    const gate = new CallGate();
    const zombie = new TestBackend(knex, clock, gate.answer);
    await zombie.publish(twoCalls);
    const runtime = await begin(zombie, { leaseMs: 15_000 });
    const id = await runtime.start(request);
    await zombie.until(
      'the first call runs',
      () => zombie.calls.calls.length === 1,
    );
    await knex('workers').update({ is_alive: false });
    clock.advance(5_000);
    await zombie.until('it says so', () =>
      zombie.warnings.some(warning => warning.includes('lost its lease')),
    );
    gate.open('http://x/first', 'http://x/second');
    await zombie.until(
      'a new worker takes over',
      () => zombie.calls.calls.length >= 2,
    );
    await zombie.untilStatus(id, 'completed');
    expect(await zombie.history(id)).toEqual(
      expect.arrayContaining(['call.completed /do/0/first']),
    );
    expect(
      (await zombie.history(id)).filter(
        entry => entry === 'call.completed /do/0/first',
      ),
    ).toHaveLength(1);
  });

  it('parks an instance that waits long, and wakes it when it is due', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(longWait);
    const id = await (await begin(backend)).start(request);
    await backend.untilStatus(id, 'waiting');
    const [row] = await knex('instances').where({ id });
    expect(row.owner).toBeNull();
    expect(Number(row.wake_at)).toBe(clock.now() + 3_600_000);

    await backend.pass(3_599_000);
    expect((await backend.reader.get(id))?.status).toBe('waiting');
    await backend.passUntilStatus(id, 'completed');
    expect(backend.calls.targets).toEqual([
      'GET http://x/before',
      'GET http://x/after',
    ]);
  });

  it('cancels a parked instance', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(longWait);
    const runtime = await begin(backend);
    const id = await runtime.start(request);
    await backend.untilStatus(id, 'waiting');
    await runtime.cancel(id, {
      actor: { ...someone, reason: 'no longer needed' },
    });
    await backend.untilStatus(id, 'cancelled');
    expect((await backend.history(id)).slice(-4)).toEqual([
      'instance.cancel_requested',
      'task.cancelled /do/1/pause',
      'instance.status_changed',
      'instance.cancelled',
    ]);
    expect((await backend.reader.get(id))?.because).toBe('no longer needed');
  });

  it('refuses to cancel what has ended, and what does not exist', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(twoCalls);
    const runtime = await begin(backend);
    const id = await runtime.start(request);
    await backend.untilStatus(id, 'completed');
    await expect(runtime.cancel(id, { actor: someone })).rejects.toMatchObject({
      code: 'STATE_CONFLICT',
      message: expect.stringContaining('completed'),
    });
    await expect(
      runtime.cancel('nope', { actor: someone }),
    ).rejects.toMatchObject({
      code: 'INSTANCE_NOT_FOUND',
    });
  });

  it('refuses an unknown workflow, a broken one, and an input that does not fit', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    const runtime = await begin(backend);
    await expect(runtime.start(request)).rejects.toMatchObject({
      code: 'WORKFLOW_NOT_FOUND',
    });
    await backend.publish('do: nonsense');
    await expect(runtime.start(request)).rejects.toMatchObject({
      code: 'DEFINITION_INVALID',
      message: expect.stringMatching(/line \d+, column \d+/),
    });
    await backend.publish(
      workflowText(
        `- a: { set: { n: 1 } }`,
        `input:\n  schema:\n    document:\n      type: object\n      required: [name]\n`,
      ),
    );
    await expect(runtime.start(request)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      faults: [{ pointer: '/name', message: 'is required' }],
    });
    expect(await backend.reader.count(undefined)).toBe(0);
  });

  it('runs the definition that an instance was started with (R4)', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(longWait);
    const id = await (await begin(backend)).start(request);
    await backend.untilStatus(id, 'waiting');
    await backend.publish(workflowText(`- other: { set: { changed: true } }`));
    await backend.pass(3_599_000);
    await backend.passUntilStatus(id, 'completed');
    expect(backend.calls.targets).toContain('GET http://x/after');
  });

  it('sets aside an instance whose log does not fit, and touches no other (R5)', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(longWait);
    const runtime = await begin(backend);
    const id = await runtime.start(request);
    const healthy = await runtime.start(request);
    await backend.untilStatus(id, 'waiting');
    await backend.untilStatus(healthy, 'waiting');
    await moveEntries(knex, id, {
      type: 'call.started',
      from: '/do/0/before',
      to: '/do/0/elsewhere',
    });
    await backend.pass(3_599_000);
    await backend.passUntilStatus(healthy, 'completed');
    await backend.passUntilStatus(id, 'suspended');
    expect((await backend.reader.get(id))?.because).toMatch(
      /Recorded is call.started of \/do\/0\/elsewhere, the interpreter now makes call.started of \/do\/0\/before/,
    );
    await runtime.cancel(id, { actor: someone });
    await backend.untilStatus(id, 'cancelled');
  });

  it('goes on after the database was away for a while', async () => {
    let isAway = false;
    const backend = new TestBackend(
      knex,
      clock,
      uri => ({ value: uri }),
      failing('commit', (...args) =>
        isAway && hasSteps(args) ? away : undefined,
      ),
    );
    await backend.publish(twoCalls);
    const runtime = await begin(backend);
    isAway = true;
    const id = await runtime.start(request);
    await backend.until('it has been noticed', () =>
      backend.warnings.some(warning => warning.includes('trying again')),
    );
    expect(backend.calls.calls).toHaveLength(1);
    isAway = false;
    clock.advance(200);
    await backend.untilStatus(id, 'completed');
  });

  it('begins once the database can be reached', async () => {
    let isAway = true;
    const backend = new TestBackend(
      knex,
      clock,
      uri => ({ value: uri }),
      failing('registerWorker', () => (isAway ? away : undefined)),
    );
    await backend.publish(twoCalls);
    const runtime = await begin(backend);
    expect(runtime.obstacle()).toBe('no worker runs here');
    const id = await runtime.start(request);
    isAway = false;
    await backend.passUntilStatus(id, 'completed');
    expect(runtime.obstacle()).toBeUndefined();
    expect(await knex('workers')).toHaveLength(1);
  });

  it('sets aside an instance whose step the database refuses again and again', async () => {
    let refusals = 0;
    const backend = new TestBackend(
      knex,
      clock,
      uri => ({ value: uri }),
      failing('commit', (...args) => {
        if (hasSteps(args)) refusals += 1;
        return refusals > 1 && refusals < 5
          ? new Error('The database says: no')
          : undefined;
      }),
    );
    await backend.publish(twoCalls);
    const runtime = await begin(backend);
    const id = await runtime.start(request);
    await backend.passUntilStatus(id, 'suspended');
    await runtime.cancel(id, { actor: someone });
    await backend.untilStatus(id, 'cancelled');
    expect(await backend.history(id)).toContain('instance.suspended');
  });

  it('stops in time although the database is away', async () => {
    let isAway = false;
    const backend = new TestBackend(
      knex,
      clock,
      uri => ({ value: uri }),
      failing('commit', (...args) =>
        isAway && hasSteps(args) ? away : undefined,
      ),
    );
    await backend.publish(twoCalls);
    const runtime = await backend.begin();
    isAway = true;
    await runtime.start(request);
    await backend.until(
      'it has been noticed',
      () => backend.warnings.length > 0,
    );
    let hasStopped = false;
    void runtime.stop({ graceMs: 100 }).then(() => {
      hasStopped = true;
    });
    await backend.until('it has stopped', () => {
      clock.advance(20);
      return hasStopped;
    });
    expect(backend.calls.calls).toHaveLength(1);
  });

  it('ends a call that waits for its turn when its time is over', async () => {
    const gate = new CallGate();
    const backend = new TestBackend(knex, clock, gate.answer);
    await backend.publish(
      workflowText(`
        - call:
            call: http
            with: { method: get, endpoint: http://x/slow }
            timeout: { after: PT1S }`),
    );
    const runtime = await begin(backend, { maxRunningActivities: 1 });
    const first = await runtime.start(request);
    await backend.until('it runs', () => backend.calls.calls.length === 1);
    const second = await runtime.start(request);
    await backend.passUntilStatus(second, 'failed');
    expect(backend.calls.calls).toHaveLength(1);
    gate.open('http://x/slow');
    await backend.passUntilStatus(first, 'failed');
  });

  it('lets a running call end when it stops, and begins no other', async () => {
    const gate = new CallGate();
    const backend = new TestBackend(knex, clock, gate.answer);
    await backend.publish(twoCalls);
    const runtime = await backend.begin();
    const id = await runtime.start(request);
    await backend.until('it runs', () => backend.calls.calls.length === 1);
    let hasStopped = false;
    void runtime.stop({ graceMs: 10_000 }).then(() => {
      hasStopped = true;
    });
    gate.open('http://x/first', 'http://x/second');
    await backend.until('it has stopped', () => {
      clock.advance(20);
      return hasStopped;
    });
    expect(backend.calls.targets).toEqual(['GET http://x/first']);
    expect(await backend.history(id)).toContain('call.completed /do/0/first');
    const [row] = await knex('instances').where({ id });
    expect(row).toMatchObject({ owner: null });
    expect(Number(row.wake_at)).toBe(0);
  });

  it('gives everything back when it stops, after running calls have ended', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(longWait);
    const runtime = await backend.begin({
      parkAfterMs: Number.MAX_SAFE_INTEGER,
    });
    const id = await runtime.start(request);
    await backend.untilStatus(id, 'waiting');
    expect((await knex('instances').where({ id }))[0].owner).not.toBeNull();
    await runtime.stop({ graceMs: 1000 });
    const [row] = await knex('instances').where({ id });
    expect(row.owner).toBeNull();
    expect(Number(row.wake_at)).toBeGreaterThan(clock.now());
    expect(await knex('workers')).toEqual([]);
  });

  it('runs many instances side by side, each exactly once', async () => {
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    await backend.publish(twoCalls);
    const runtime = await begin(backend, { maxResidentInstances: 7 });
    const ids = await Promise.all(
      Array.from({ length: 40 }, () => runtime.start(request)),
    );
    await backend.until('all are done', async () => {
      clock.advance(500);
      return (
        (await backend.reader.count({
          kind: 'compare',
          field: 'status',
          operator: 'eq',
          value: 'completed',
        })) === ids.length
      );
    });
    expect(backend.calls.calls).toHaveLength(80);
    expect(new Set(backend.calls.calls.map(({ key }) => key)).size).toBe(80);
  });
});
