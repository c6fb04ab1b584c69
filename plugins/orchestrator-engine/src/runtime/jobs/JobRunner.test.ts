import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../../__testUtils__/databases';
import { ManualClock, settle } from '../../__testUtils__/ManualClock';
import { workflowText } from '../../__testUtils__/runInMemory';
import { TestBackend } from '../../__testUtils__/TestBackend';
import type { InstanceFilter } from '../../store/InstanceReader';
import type { CountedJob, JobAction, JobItem } from '../../store/JobStore';
import { KnexDutyStore } from '../../store/knex/KnexDutyStore';
import { KnexHousekeepingStore } from '../../store/knex/KnexHousekeepingStore';
import { KnexJobStore } from '../../store/knex/KnexJobStore';
import type { EmbeddedRuntime } from '../EmbeddedRuntime';
import { JobRunner } from './JobRunner';

jest.setTimeout(180_000);

const ADA = { kind: 'user', ref: 'user:default/ada' } as const;

const WAITS = workflowText('- a: { wait: { hours: 1 } }');
const FAILS = workflowText(
  '- a: { raise: { error: { type: "https://a.b/c", status: 500 } } }',
);

/** Takes steps until it has taken so many; of the last one nobody hears, and then nothing happens any more. */
class MortalSteps {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  get isDead(): boolean {
    return this.#left < 0;
  }

  wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (inner, name) => {
        const value = Reflect.get(inner, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (this.isDead) return never();
          this.#left -= 1;
          const answer = await Reflect.apply(value, inner, args);
          return this.isDead ? never() : answer;
        };
      },
    });
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}

describe.each(databaseIds)('jobs on %s', databaseId => {
  let knex: Knex;
  let backend: TestBackend;
  let runtime: EmbeddedRuntime;
  let jobs: KnexJobStore;
  let createdJobs = 0;

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    backend = new TestBackend(knex, new ManualClock(), () => ({ value: null }));
    jobs = new KnexJobStore(knex);
    await backend.publish(WAITS, 'waits');
    await backend.publish(FAILS, 'fails');
    runtime = await backend.begin();
  });

  afterEach(() => runtime.stop({ graceMs: 0 }));

  function runner(steps = new MortalSteps(Infinity)) {
    const asked = steps.wrap(runtime);
    return new JobRunner({
      jobs: steps.wrap(jobs),
      duties: new KnexDutyStore(knex),
      reader: steps.wrap(backend.reader),
      runtime: {
        suspend: asked.suspend,
        resume: asked.resume,
        cancel: asked.cancel,
        retry: asked.retry,
        workerId: () => runtime.workerId(),
      },
      clock: backend.clock,
      logger: {
        info: () => {},
        warn: message => backend.warnings.push(message),
        error: message => backend.warnings.push(message),
      },
    });
  }

  async function started(
    workflowId: string,
    count: number,
    status: InstanceStatus,
    businessKey?: string,
  ): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      ids.push(await runtime.start({ workflowId, input: {}, businessKey }));
    }
    for (const id of ids) await backend.untilStatus(id, status);
    return ids;
  }

  const all: InstanceFilter = { kind: 'and', filters: [] };

  async function create(
    action: JobAction,
    filter: InstanceFilter = all,
    maxItems = 1_000,
  ): Promise<CountedJob> {
    createdJobs += 1;
    const accepted = await jobs.create(
      {
        id: `job-${createdJobs}`,
        action,
        force: false,
        actor: { ...ADA, reason: 'superseded' },
        filter,
        createdAt: backend.clock.now(),
      },
      maxItems,
    );
    if (accepted.kind !== 'created') throw new Error(accepted.kind);
    return accepted.job;
  }

  async function finished(jobId: string, by = runner()): Promise<CountedJob> {
    let job: CountedJob | undefined;
    await backend.until(`${jobId} has ended`, async () => {
      await by.turn();
      job = await jobs.get(jobId);
      return job?.endedAt !== undefined;
    });
    return job!;
  }

  const itemsOf = (jobId: string): Promise<readonly JobItem[]> =>
    jobs.items({ jobId, afterPosition: 0, limit: 1_000 });

  async function timesAsked(id: string, type: string): Promise<number> {
    const log = await backend.store.loadLog(id);
    return log.filter(entry => entry.type === type).length;
  }

  it.each<[JobAction, string, InstanceStatus]>([
    ['suspend', 'instance.suspend_requested', 'suspended'],
    ['cancel', 'instance.cancel_requested', 'cancelled'],
  ])(
    '%s: asks each instance once, and waits until it is so',
    async (...row) => {
      const [action, type, status] = row;
      const ids = await started('waits', 25, 'waiting');
      const { id } = await create(action);
      const job = await finished(id);
      expect(job).toMatchObject({ status: 'completed', total: 25 });
      expect(job).toMatchObject({ pending: 0, succeeded: 25, skipped: 0 });
      for (const one of ids) {
        expect((await backend.reader.get(one))?.status).toBe(status);
        expect(await timesAsked(one, type)).toBe(1);
      }
    },
  );

  it('tells apart what was done, and what there was no need to do', async () => {
    await started('fails', 38, 'failed');
    const waiting = await started('waits', 3, 'waiting');
    const { id } = await create('retry');
    expect(await finished(id)).toMatchObject({
      total: 41,
      succeeded: 38,
      skipped: 3,
      failed: 0,
    });
    const items = await itemsOf(id);
    const skipped = items.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map(({ instanceId }) => instanceId).sort()).toEqual(
      [...waiting].sort(),
    );
    expect(skipped[0].code).toBe('STATE_CONFLICT');
    expect(skipped[0].message).toMatch(/waiting/);
  });

  it('resumes what is suspended', async () => {
    const [one] = await started('waits', 1, 'waiting');
    await runtime.suspend(one, { actor: ADA });
    await backend.untilStatus(one, 'suspended');
    const { id } = await create('resume');
    expect(await finished(id)).toMatchObject({ succeeded: 1 });
    expect((await backend.reader.get(one))?.status).toBe('waiting');
  });

  it('deletes what has ended, and leaves alone what has not', async () => {
    const [gone] = await started('fails', 1, 'failed');
    const [kept] = await started('waits', 1, 'waiting');
    const { id } = await create('delete');
    expect(await finished(id)).toMatchObject({ succeeded: 1, skipped: 1 });
    expect(await backend.reader.get(gone)).toBeUndefined();
    expect(await backend.reader.get(kept)).toBeDefined();
  });

  it.each<[JobAction, string]>([
    ['suspend', 'instance.suspend_requested'],
    ['retry', 'instance.retried'],
  ])(
    '%s: goes on in another process wherever the first one dies, and asks nobody twice',
    async (action, type) => {
      const workflowId = action === 'retry' ? 'fails' : 'waits';
      const status = action === 'retry' ? 'failed' : 'waiting';
      for (let steps = 0, isDone = false; !isDone; steps += 1) {
        const key = `${steps}`;
        const ids = await started(workflowId, 3, status, key);
        const { id } = await create(action, {
          kind: 'compare',
          field: 'businessKey',
          operator: 'eq',
          value: key,
        });
        const mortal = new MortalSteps(steps);
        const first = runner(mortal);
        void (async () => {
          while (!mortal.isDead && !isDone) {
            isDone = !(await first.turn());
            await settle();
          }
        })();
        await backend.until('it dies, or ends', () => mortal.isDead || isDone);
        expect(await finished(id)).toMatchObject({ succeeded: 3, failed: 0 });
        for (const one of ids) expect(await timesAsked(one, type)).toBe(1);
      }
    },
  );

  it('does nothing twice when two processes believe that the work is theirs', async () => {
    const ids = await started('waits', 30, 'waiting');
    const { id } = await create('suspend');
    const [first, second] = [runner(), runner()];
    await backend.until('it has ended', async () => {
      await Promise.all([first.turn(), second.turn()]);
      return (await jobs.get(id))?.endedAt !== undefined;
    });
    expect(await jobs.get(id)).toMatchObject({ succeeded: 30, skipped: 0 });
    for (const one of ids) {
      expect(await timesAsked(one, 'instance.suspend_requested')).toBe(1);
    }
  });

  it('is about the instances that it found when it was created', async () => {
    await started('waits', 2, 'waiting');
    const { id, total } = await create('cancel');
    const [later] = await started('waits', 1, 'waiting');
    expect(total).toBe(2);
    await finished(id);
    expect((await backend.reader.get(later))?.status).toBe('waiting');
  });

  it('refuses more than one job takes, and leaves nothing of it', async () => {
    await started('waits', 3, 'waiting');
    await expect(create('cancel', all, 2)).rejects.toThrow('tooMany');
    expect(await jobs.open()).toEqual([]);
    expect(await itemsOf(`job-${createdJobs}`)).toEqual([]);
  });

  it('asks nobody while it is paused, and goes on when it is resumed', async () => {
    const [one] = await started('waits', 1, 'waiting');
    const { id } = await create('cancel');
    expect(await jobs.setStatus(id, 'paused', ['running'])).toBe(true);
    expect(await runner().turn()).toBe(false);
    expect(await timesAsked(one, 'instance.cancel_requested')).toBe(0);
    expect(await jobs.setStatus(id, 'running', ['paused'])).toBe(true);
    expect(await finished(id)).toMatchObject({ succeeded: 1 });
  });

  it('skips what it has not asked when it is cancelled', async () => {
    const [one] = await started('waits', 1, 'waiting');
    const { id } = await create('cancel');
    expect(await jobs.cancel(id, 'the job was cancelled')).toBe(true);
    expect(await finished(id)).toMatchObject({
      status: 'cancelled',
      skipped: 1,
    });
    expect(await timesAsked(one, 'instance.cancel_requested')).toBe(0);
    expect(await jobs.cancel(id, 'again')).toBe(false);
  });

  it('is created once under a key, and not at all when the key was used for something else', async () => {
    await started('waits', 1, 'waiting');
    const job = {
      action: 'cancel',
      force: false,
      actor: ADA,
      filter: all,
      createdAt: backend.clock.now(),
    } as const;
    const idempotency = { key: 'k', requestHash: 'a' };
    const first = await jobs.create({ ...job, id: 'one', idempotency }, 10);
    const again = await jobs.create({ ...job, id: 'two', idempotency }, 10);
    const other = { key: 'k', requestHash: 'b' };
    const third = await jobs.create(
      { ...job, id: 'three', idempotency: other },
      10,
    );
    expect(first).toMatchObject({ kind: 'created', job: { id: 'one' } });
    expect(again).toMatchObject({ kind: 'known', job: { id: 'one' } });
    expect(third.kind).toBe('conflict');
  });

  it('is deleted some time after its end, with all its items', async () => {
    await started('fails', 1, 'failed');
    const { id } = await create('delete');
    const { endedAt = 0 } = await finished(id);
    const store = new KnexHousekeepingStore(knex);
    expect(await store.deleteJobs({ before: endedAt, limit: 9 })).toBe(0);
    expect(await store.deleteJobs({ before: endedAt + 1, limit: 9 })).toBe(1);
    expect(await jobs.get(id)).toBeUndefined();
    expect(await itemsOf(id)).toEqual([]);
  });
});
