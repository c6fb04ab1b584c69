import type { Knex } from 'knex';
import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import type { FakeAnswer } from '../../__testUtils__/FakeActivities';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import {
  CallGate,
  MortalStore,
  TestBackend,
} from '../../__testUtils__/TestBackend';
import { moveEntries } from '../../__testUtils__/rewriteLog';
import type { EmbeddedRuntime } from '../EmbeddedRuntime';
import { presentEvent } from '../presentEvent';

const ada = {
  kind: 'user',
  ref: 'user:default/ada',
  reason: 'maintenance',
} as const;
const by = { actor: ada };

const get = (name: string) =>
  `- ${name}: { call: http, with: { method: get, endpoint: http://x/${name} } }`;

const threeCalls = workflowText(`
  ${get('first')}
  ${get('second')}
  ${get('third')}`);

/** Answers with the URI; calls that are broken fail until they are mended. */
class Calls {
  readonly broken = new Set<string>();

  answer = (uri: string, nth: number): FakeAnswer =>
    this.broken.has(uri) ? { status: 503 } : { value: `${uri}#${nth}` };
}

jest.setTimeout(180_000);

describe.each(databaseIds)('acts on instances, on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  let calls: Calls;
  let backend: TestBackend;
  let runtime: EmbeddedRuntime;
  let process: MortalStore;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
    calls = new Calls();
    await begin();
  });

  async function begin(answer: TestBackend['answer'] = calls.answer) {
    process = new MortalStore();
    backend = new TestBackend(knex, clock, answer, process.wrap);
    runtime = await backend.begin();
  }

  async function beginAnew(answer: TestBackend['answer']) {
    await runtime.stop({ graceMs: 0 });
    await begin(answer);
  }

  afterEach(() => runtime.stop({ graceMs: 0 }));

  async function start(text: string, input: object = {}) {
    await backend.publish(text);
    const request = { workflowId: 'under-test', input: { ...input } };
    return runtime.start({ ...request, initiator: ada.ref });
  }

  /** Another process, as after a crash of this one. */
  async function crash() {
    process.kill();
    void runtime.stop({ graceMs: 0 });
    await knex('workers').update({ lease_until: 0 });
    await begin();
  }

  const timesOf = async (id: string, entry: string) =>
    (await backend.history(id)).filter(line => line === entry).length;

  async function expectRowToEqualFold(id: string) {
    const instance = (await backend.reader.get(id))!;
    const log = await backend.store.loadLog(id);
    const state = foldEvents(log.map(entry => presentEvent(instance, entry)));
    expect({ ...state, endedAt: state.endedAt ?? null }).toMatchObject({
      status: instance.status,
      seq: instance.seq,
      endedAt: instance.endedAt
        ? new Date(instance.endedAt).toISOString()
        : null,
    });
    expect(state.because).toBe(instance.because);
    expect(state.error).toEqual(instance.error);
    return state;
  }

  describe('suspending', () => {
    it('lets what runs end and begins no further task until it is resumed', async () => {
      const gate = new CallGate();
      await beginAnew(gate.answer);
      const id = await start(threeCalls);
      await backend.until('it calls', () => backend.calls.calls.length === 1);
      await runtime.suspend(id, by);
      await backend.untilStatus(id, 'suspended');
      expect(await backend.reader.get(id)).toMatchObject({
        because: 'maintenance',
      });
      gate.open('http://x/first', 'http://x/second', 'http://x/third');
      await backend.until('the first call is recorded', async () =>
        (await backend.history(id)).includes('task.held /do/1/second'),
      );
      expect(backend.calls.calls).toHaveLength(1);
      const held = await expectRowToEqualFold(id);
      expect(held.tasks.map(({ status }) => status)).toEqual([
        'completed',
        'suspended',
      ]);

      await runtime.resume(id, by);
      await backend.untilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual([
        'GET http://x/first',
        'GET http://x/second',
        'GET http://x/third',
      ]);
      await expectRowToEqualFold(id);
    });

    it('survives a crash, and holds what a timer would begin', async () => {
      const id = await start(
        workflowText(`
          - pause: { wait: PT1H }
          ${get('after')}`),
      );
      await backend.untilStatus(id, 'waiting');
      await runtime.suspend(id, by);
      await backend.untilStatus(id, 'suspended');
      await crash();
      await backend.pass(3_600_000);
      await backend.until('the timer has fired', async () => {
        clock.advance(500);
        const history = await backend.history(id);
        return history.includes('task.held /do/1/after');
      });
      expect(backend.calls.calls).toEqual([]);
      await runtime.resume(id, by);
      await backend.untilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual(['GET http://x/after']);
    });

    it('puts timeouts off by the time that it lasts', async () => {
      const id = await start(
        workflowText(`
          - slow:
              do:
                - pause: { wait: PT50M }
                - after: { set: { n: 1 } }
              timeout: { after: PT1H }`),
      );
      await backend.untilStatus(id, 'waiting');
      await runtime.suspend(id, by);
      await backend.untilStatus(id, 'suspended');
      await backend.pass(7_200_000);
      expect((await backend.reader.get(id))?.status).toBe('suspended');
      await runtime.resume(id, by);
      await backend.passUntilStatus(id, 'completed');
    });

    it('is refused with the state that stands against it', async () => {
      const id = await start(workflowText('- pause: { wait: PT1H }'));
      await backend.untilStatus(id, 'waiting');
      await expect(runtime.resume(id, by)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining(
          'It is waiting; only what is suspended',
        ),
      });
      await runtime.suspend(id, by);
      await backend.untilStatus(id, 'suspended');
      await expect(runtime.suspend(id, by)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
      await expect(runtime.suspend('nobody', by)).rejects.toMatchObject({
        code: 'INSTANCE_NOT_FOUND',
      });
    });
  });

  it('cancels by force without waiting for what runs', async () => {
    const gate = new CallGate();
    await beginAnew(gate.answer);
    const id = await start(threeCalls);
    await backend.until('it calls', () => backend.calls.calls.length === 1);
    await runtime.cancel(id, by);
    await backend.until('it has been asked', async () =>
      (await backend.history(id)).includes('instance.cancel_requested'),
    );
    expect((await backend.reader.get(id))?.status).toBe('running');
    await runtime.cancel(id, { ...by, force: true });
    await backend.untilStatus(id, 'cancelled');
    expect((await backend.store.loadLog(id)).at(-1)?.data).toEqual({
      forced: true,
    });
    const { tasks } = await expectRowToEqualFold(id);
    expect(tasks.map(({ status }) => status)).toEqual(['cancelled']);
  });

  describe('retrying', () => {
    const failing = async (text: string, ...broken: string[]) => {
      broken.forEach(uri => calls.broken.add(uri));
      const id = await start(text);
      await backend.untilStatus(id, 'failed');
      return id;
    };

    it('goes on with the failed task and repeats nothing that has completed', async () => {
      const id = await failing(threeCalls, 'http://x/second');
      const before = await expectRowToEqualFold(id);
      expect(before).toMatchObject({ canRetry: true });
      calls.broken.clear();
      await runtime.retry(id, {}, by);
      await backend.untilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual([
        'GET http://x/first',
        'GET http://x/second',
        'GET http://x/second',
        'GET http://x/third',
      ]);
      const after = await expectRowToEqualFold(id);
      expect(after.tasks.map(({ key }) => key)).toEqual([
        '/do/0/first',
        '/do/1/second',
        '/do/1/second[a2]',
        '/do/2/third',
      ]);
      expect(after.tasks[0]).toEqual(before.tasks[0]);
    });

    it('may fail again, and be retried after a crash', async () => {
      const id = await failing(threeCalls, 'http://x/second');
      await runtime.retry(id, {}, by);
      await backend.until('it has failed again', async () => {
        const times = await timesOf(id, 'instance.failed');
        return times === 2;
      });
      await expectRowToEqualFold(id);
      calls.broken.clear();
      await crash();
      await runtime.retry(id, {}, by);
      await backend.untilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual([
        'GET http://x/second',
        'GET http://x/third',
      ]);
      expect(await backend.history(id)).toContain(
        'task.completed /do/1/second[a3]',
      );
    });

    it('lets other branches go on before it fails, and retries all that failed', async () => {
      const id = await failing(
        workflowText(`
          - both:
              fork:
                branches:
                  - one:
                      do:
                        ${get('a')}
                        ${get('b')}
                  - two:
                      do:
                        ${get('c')}
                        ${get('d')}`),
        'http://x/a',
        'http://x/d',
      );
      expect(backend.calls.targets).toEqual([
        'GET http://x/a',
        'GET http://x/c',
        'GET http://x/d',
      ]);
      calls.broken.clear();
      await runtime.retry(id, {}, by);
      await backend.untilStatus(id, 'completed');
      expect(backend.calls.targets.slice(3)).toEqual([
        'GET http://x/a',
        'GET http://x/d',
        'GET http://x/b',
      ]);
    });

    it('goes back to an earlier task, with another input', async () => {
      const id = await failing(
        workflowText(`
          - first: { set: { n: '\${ .n + 1 }' } }
          - second: { set: { n: '\${ .n + 1 }' } }
          - third:
              set: '\${ if .n < 10 then error("too small") else . end }'`),
      );
      await runtime.retry(id, { from: '/do/1/second', input: { n: 41 } }, by);
      await backend.untilStatus(id, 'completed');
      expect((await backend.reader.get(id))?.output).toEqual({
        value: { n: 42 },
      });
      expect(await backend.history(id)).toContain(
        'task.completed /do/1/second[r1]',
      );
      await expectRowToEqualFold(id);
    });

    it('goes back only to what has run in a list around the failed task', async () => {
      const id = await failing(threeCalls, 'http://x/second');
      for (const from of ['/do/2/third', '/do/7/nowhere']) {
        await expect(runtime.retry(id, { from }, by)).rejects.toMatchObject({
          code: 'STATE_CONFLICT',
          message: expect.stringContaining(from),
        });
      }
      expect((await backend.reader.get(id))?.status).toBe('failed');
    });

    it('goes on with a newer definition that fits the log', async () => {
      const id = await failing(threeCalls, 'http://x/second');
      await backend.publish(
        workflowText(`
          ${get('first')}
          - second: { call: http, with: { method: get, endpoint: http://x/mended } }
          - last: { set: { n: 1 } }`),
      );
      await runtime.retry(id, { version: 'current' }, by);
      await backend.untilStatus(id, 'completed');
      expect((await backend.reader.get(id))?.output).toEqual({
        value: { n: 1 },
      });
      expect(backend.calls.targets).toEqual([
        'GET http://x/first',
        'GET http://x/second',
        'GET http://x/mended',
      ]);
      await crash();
      expect(await backend.reader.get(id)).toMatchObject({
        definitionHash: (await backend.definitions.getCurrent('under-test'))!
          .hash,
      });
    });

    it('refuses a newer definition that does not fit, with both sides', async () => {
      const id = await failing(threeCalls, 'http://x/second');
      await backend.publish(workflowText('- other: { set: { n: 1 } }'));
      await expect(
        runtime.retry(id, { version: 'current' }, by),
      ).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringMatching(
          /Recorded is task.started of \/do\/0\/first, the interpreter now makes task.started of \/do\/0\/other/,
        ),
      });
    });

    it('is refused by what runs and by what has failed for good', async () => {
      const id = await start(workflowText('- pause: { wait: PT1H }'));
      await backend.untilStatus(id, 'waiting');
      await expect(runtime.retry(id, {}, by)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining('It is waiting'),
      });
      const other = await failing(
        workflowText(
          '- a: { set: { n: 1 } }',
          'output: { as: \'${ error("broken") }\' }\n',
        ),
      );
      await expect(runtime.retry(other, {}, by)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining('failed for good'),
      });
    });
  });

  describe('deciding what becomes of a task', () => {
    it.each([
      ['skip', { kind: 'skip' }, 'task.skipped /do/1/second'],
      [
        'complete',
        { kind: 'complete', output: { given: 'x'.repeat(5000) } },
        'task.completed /do/1/second',
      ],
      ['retry', { kind: 'retry' }, 'task.completed /do/1/second[a2]'],
    ] as const)('%s: of one that has failed', async (_, action, entry) => {
      calls.broken.add('http://x/second');
      const id = await start(threeCalls);
      await backend.untilStatus(id, 'failed');
      calls.broken.clear();
      await runtime.actOnTask(id, '/do/1/second', action, by);
      await crash();
      await backend.passUntilStatus(id, 'completed');
      expect(await backend.history(id)).toEqual(
        expect.arrayContaining(['task.acted /do/1/second', entry]),
      );
      expect(backend.calls.targets.at(-1)).toBe('GET http://x/third');
      await expectRowToEqualFold(id);
    });

    it('fail: lets the error through for good', async () => {
      calls.broken.add('http://x/second');
      const id = await start(threeCalls);
      await backend.untilStatus(id, 'failed');
      const error = { type: 'https://example.org/given-up', status: 410 };
      const action = { kind: 'fail', error } as const;
      await runtime.actOnTask(id, '/do/1/second', action, by);
      await backend.until(
        'it has failed again',
        async () => (await timesOf(id, 'instance.failed')) === 2,
      );
      const state = await expectRowToEqualFold(id);
      expect(state.error).toMatchObject(error);
      expect(state).not.toHaveProperty('canRetry');
      await expect(runtime.retry(id, {}, by)).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
      });
    });

    it('runs an attempt that backs off at once', async () => {
      calls.broken.add('http://x/flaky');
      const id = await start(
        workflowText(`
          - guard:
              try:
                ${get('flaky')}
              catch:
                retry: { delay: PT1H, limit: { attempt: { count: 3 } } }`),
      );
      await backend.untilStatus(id, 'retrying');
      calls.broken.clear();
      await runtime.actOnTask(id, '/do/0/guard', { kind: 'retry' }, by);
      await backend.untilStatus(id, 'completed');
      expect(await backend.history(id)).toContain(
        'task.completed /do/0/guard/try/0/flaky[a2]',
      );
    });

    it('ends a running call before its task ends as decided (D1)', async () => {
      await beginAnew(uri =>
        uri.endsWith('second') ? 'never' : { value: uri },
      );
      const id = await start(threeCalls);
      await backend.until('it calls', () => backend.calls.calls.length === 2);
      const action = { kind: 'complete', output: 'by hand' } as const;
      await runtime.actOnTask(id, '/do/1/second', action, by);
      await backend.untilStatus(id, 'completed');
      const history = await backend.history(id);
      const from = history.indexOf('task.acted /do/1/second');
      expect(history.slice(from, from + 3)).toEqual([
        'task.acted /do/1/second',
        'call.completed /do/1/second',
        'task.completed /do/1/second',
      ]);
    });

    it('is refused where nothing can be decided', async () => {
      const id = await start(
        workflowText(`
          - done: { set: { n: 1 } }
          - pause: { wait: PT1H }`),
      );
      await backend.untilStatus(id, 'waiting');
      const act = (key: string) =>
        runtime.actOnTask(id, key, { kind: 'retry' }, by);
      await expect(act('/do/0/done')).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining('neither waits nor has failed'),
      });
      await expect(act('/do/1/pause')).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining('can be skipped, completed or failed'),
      });
      await expect(act('/do/9/none')).rejects.toMatchObject({
        code: 'TASK_NOT_FOUND',
      });
    });
  });

  describe('running once more', () => {
    it('starts a new instance with the same or another input, and notes of which', async () => {
      const text = workflowText(`- a: { set: '\${ . }' }`);
      const id = await start(text, { big: 'x'.repeat(5000) });
      await backend.untilStatus(id, 'completed');
      const same = await runtime.rerun(id, {}, by);
      const edited = await runtime.rerun(id, { input: { n: 2 } }, by);
      await backend.untilStatus(same, 'completed');
      await backend.untilStatus(edited, 'completed');
      const rows = [id, same].map(one => backend.reader.get(one));
      const [first, again] = await Promise.all(rows);
      expect(again?.output).toEqual(first?.output);
      expect((await backend.reader.get(edited))?.output).toEqual({
        value: { n: 2 },
      });
      const [created] = await backend.store.loadLog(same);
      expect(created.data.rerunOf).toBe(id);
      expect(created.actor).toEqual(ada);
    });
  });

  describe('idempotency keys', () => {
    const keyed = { ...by, idempotencyKey: 'k1' };

    it('answer a repeated act as the first time, and act once', async () => {
      const id = await start(workflowText('- pause: { wait: PT1H }'));
      await backend.untilStatus(id, 'waiting');
      await runtime.suspend(id, keyed);
      await backend.untilStatus(id, 'suspended');
      await runtime.suspend(id, keyed);
      expect(await timesOf(id, 'instance.suspend_requested')).toBe(1);
      await expect(runtime.resume(id, keyed)).rejects.toMatchObject({
        code: 'IDEMPOTENCY_CONFLICT',
      });
      await expect(
        runtime.suspend(id, {
          actor: { kind: 'user', ref: 'user:default/bob' },
          idempotencyKey: 'k1',
        }),
      ).rejects.toMatchObject({ code: 'STATE_CONFLICT' });
    });

    it('count for 24 hours', async () => {
      const id = await start(workflowText('- pause: { wait: P7D }'));
      await backend.untilStatus(id, 'waiting');
      await runtime.suspend(id, keyed);
      await backend.untilStatus(id, 'suspended');
      clock.advance(24 * 3_600_000 + 1);
      await runtime.resume(id, keyed);
      await backend.untilStatus(id, 'waiting');
      expect(await timesOf(id, 'instance.resumed')).toBe(1);
    });

    it('of new instances count for 24 hours, too', async () => {
      await backend.publish(workflowText('- a: { set: { n: 1 } }'));
      const request = {
        workflowId: 'under-test',
        input: {},
        initiator: ada.ref,
        idempotencyKey: 'k1',
      };
      const id = await runtime.start(request);
      expect(await runtime.start(request)).toBe(id);
      clock.advance(24 * 3_600_000 + 1);
      expect(await runtime.start(request)).not.toBe(id);
    });
  });

  it('sets an instance aside only after it failed to be interpreted three times, touches no other, and resumes it', async () => {
    const id = await start(workflowText('- pause: { wait: PT1H }'));
    const healthy = await runtime.start({
      workflowId: 'under-test',
      input: {},
    });
    await backend.untilStatus(id, 'waiting');
    await backend.untilStatus(healthy, 'waiting');
    await moveEntries(knex, id, {
      type: 'task.waiting',
      from: '/do/0/pause',
      to: '/do/0/elsewhere',
    });
    await backend.pass(3_600_000);
    await backend.passUntilStatus(id, 'suspended');
    await backend.passUntilStatus(healthy, 'completed');
    const isTriedAgain = (warning: string) => warning.includes('tried again');
    expect(backend.warnings.filter(isTriedAgain)).toHaveLength(2);

    await moveEntries(knex, id, { from: '/do/0/elsewhere', to: '/do/0/pause' });
    await runtime.resume(id, by);
    await backend.passUntilStatus(id, 'completed');
    await expectRowToEqualFold(id);
  });

  it('leaves an instance of a newer behaviour to newer processes', async () => {
    const id = await start(workflowText('- pause: { wait: PT1H }'));
    await backend.untilStatus(id, 'waiting');
    await knex('instances').where({ id }).update({ behaviour_version: 99 });
    await backend.pass(3_700_000);
    expect((await backend.reader.get(id))?.status).toBe('waiting');
    await knex('instances').where({ id }).update({ behaviour_version: 2 });
    await backend.passUntilStatus(id, 'completed');
  });
});
