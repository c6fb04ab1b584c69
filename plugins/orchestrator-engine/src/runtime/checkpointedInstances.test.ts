import type { Knex } from 'knex';
import { foldEvents } from '@stagecraft/backstage-plugin-orchestrator-common';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import type { FakeAnswer } from '../__testUtils__/FakeActivities';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../__testUtils__/TestBackend';
import type { EmbeddedRuntime } from './EmbeddedRuntime';
import { presentEvent } from './presentEvent';

const by = { actor: { kind: 'user', ref: 'user:default/ada' } } as const;

const call = (name: string) =>
  `${name}: { call: http, with: { method: get, endpoint: http://x/${name} } }`;

const loop = workflowText(`
  - ${call('before')}
  - each:
      timeout: { after: P1D }
      for: { each: item, in: '\${ [range(20)] }' }
      do:
        - ${call('step')}
        - pause: { wait: PT1M }
  - ${call('last')}`);

jest.setTimeout(180_000);

describe.each(databaseIds)(
  'an instance that has made checkpoints, on %s',
  databaseId => {
    let knex: Knex;
    let clock: ManualClock;
    let backend: TestBackend;
    let runtime: EmbeddedRuntime;
    let process: MortalStore;
    let broken: string | undefined;
    let id: string;

    const answer = (uri: string): FakeAnswer =>
      uri === broken ? { status: 503 } : { value: uri };

    const newBackend = () => {
      process = new MortalStore();
      return new TestBackend(knex, clock, answer, process.wrap);
    };

    const begin = async () => {
      runtime = await backend.begin({ entriesPerCheckpoint: 20 });
    };

    const crash = async () => {
      process.kill();
      void runtime.stop({ graceMs: 0 });
      await knex('workers').update({ lease_until: 0 });
      backend = newBackend();
      await begin();
    };

    const checkpointSeq = async () =>
      (await backend.reader.get(id))!.checkpointSeq;

    const loadedFrom: (number | undefined)[] = [];

    beforeEach(async () => {
      knex = await migratedDatabase(databaseId);
      clock = new ManualClock();
      broken = undefined;
      backend = newBackend();
      await begin();
      await backend.publish(loop);
      id = await runtime.start({ workflowId: 'under-test', input: {} });
      await backend.pass(10 * 60_000);
      await backend.slowlyUntil('there is a checkpoint', async () => {
        return (await checkpointSeq()) !== undefined;
      });
    });

    afterEach(() => runtime.stop({ graceMs: 0 }));

    /** The row and the log of one moment, though the run goes on. */
    const atOnce = async () => {
      for (;;) {
        const instance = (await backend.reader.get(id))!;
        const log = await backend.store.loadLog(id);
        if (log.length === instance.seq) return { instance, log };
      }
    };

    const expectRowToEqualFold = async () => {
      const { instance, log } = await atOnce();
      const seqs = log.map(({ seq }) => seq);
      expect(seqs).toEqual(log.map((_, index) => index + 1));
      const { status, seq, because } = instance;
      const state = foldEvents(log.map(e => presentEvent(instance, e)));
      expect(state).toMatchObject({ status, seq, ...(because && { because }) });
    };

    it('is brought back from the last one after a crash, and repeats nothing (L1, L2, R1)', async () => {
      await backend.slowlyUntilStatus(id, 'waiting');
      const firstCalls = backend.calls.targets.length;
      await crash();
      const { store } = backend;
      const load = store.loadLog.bind(store);
      store.loadLog = (instanceId, fromSeq) => {
        loadedFrom.push(fromSeq);
        return load(instanceId, fromSeq);
      };
      const from = await checkpointSeq();
      await backend.passUntilStatus(id, 'completed');
      expect(loadedFrom[0]).toBe(from);
      expect(firstCalls + backend.calls.targets.length).toBe(22);
      await expectRowToEqualFold();
    });

    it('is suspended and resumed', async () => {
      await runtime.suspend(id, by);
      await backend.slowlyUntilStatus(id, 'suspended');
      await crash();
      await runtime.resume(id, by);
      await backend.passUntilStatus(id, 'completed');
      await expectRowToEqualFold();
    });

    it('is cancelled', async () => {
      await crash();
      await runtime.cancel(id, by);
      await backend.slowlyUntilStatus(id, 'cancelled');
      await expectRowToEqualFold();
    });

    /** A task may have ended just now. */
    const skip = async (taskKey: string) => {
      const act = runtime.actOnTask(id, taskKey, { kind: 'skip' }, by);
      await act.catch(error => {
        if (error.code !== 'STATE_CONFLICT') throw error;
      });
    };

    it('has a task decided that waits', async () => {
      await crash();
      await backend.slowlyUntilStatus(id, 'waiting');
      await backend.slowlyUntil('a task is skipped', async () => {
        const log = await backend.store.loadLog(id);
        if (log.some(({ type }) => type === 'task.skipped')) return true;
        const waiting = log.findLast(({ type }) => type === 'task.waiting')!;
        await skip(waiting.taskKey!);
        return false;
      });
      await expectRowToEqualFold();
    });

    it('fails at a gate and goes on', async () => {
      broken = 'http://x/last';
      await backend.passUntilStatus(id, 'failed');
      await crash();
      broken = undefined;
      await runtime.retry(id, {}, by);
      await backend.passUntilStatus(id, 'completed');
      await expectRowToEqualFold();
    });

    it('does not go back to a task that ran before the last one, and says so', async () => {
      broken = 'http://x/last';
      await backend.passUntilStatus(id, 'failed');
      await expect(
        runtime.retry(id, { from: '/do/0/before' }, by),
      ).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining(
          'the task at /do/0/before has not run in a list around the failed task since the last checkpoint; what ran before it cannot be chosen',
        ),
      });
    });

    it('goes on with a newer definition that has the place where it stands', async () => {
      broken = 'http://x/step';
      await backend.passUntilStatus(id, 'failed');
      broken = undefined;
      await backend.publish(`${loop}  - more: { set: { more: true } }\n`);
      await runtime.retry(id, { version: 'current' }, by);
      await backend.passUntilStatus(id, 'completed');
      const { output } = (await backend.reader.get(id))!;
      expect(output).toEqual({ value: { more: true } });
      await expectRowToEqualFold();
    });

    it('refuses a newer definition that has not', async () => {
      broken = 'http://x/step';
      await backend.passUntilStatus(id, 'failed');
      await backend.publish(loop.replace('- each:', '- every:'));
      await expect(
        runtime.retry(id, { version: 'current' }, by),
      ).rejects.toMatchObject({
        code: 'STATE_CONFLICT',
        message: expect.stringContaining(
          'The last checkpoint stands at the task /do/1/each, which this definition does not have',
        ),
      });
    });
  },
);
