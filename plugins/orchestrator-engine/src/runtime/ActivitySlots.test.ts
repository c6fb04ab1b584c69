import type { ActivityResult } from '../activities/ActivityExecutor';
import type { ActivityEffect } from '../interpreter/DurableHost';
import { ActivitySlots } from './ActivitySlots';
import { defaultWorkerSettings, type WorkerSettings } from './WorkerSettings';

const done: ActivityResult = { outcome: { ok: true, value: null } };

function effect(id: string, kind: ActivityEffect['kind'] = 'http') {
  return { kind, id, taskKey: `/do/0/${id}` } as ActivityEffect;
}

/** Slots over activities that run until the test ends them. */
class Bench {
  readonly running = new Map<string, () => void>();
  readonly #slots: ActivitySlots;

  constructor(limits: Partial<WorkerSettings>) {
    const execute = ({ id }: ActivityEffect) =>
      new Promise<ActivityResult>(resolve =>
        this.running.set(id, () => {
          this.running.delete(id);
          resolve(done);
        }),
      );
    this.#slots = new ActivitySlots(
      { execute },
      { ...defaultWorkerSettings, ...limits },
    );
  }

  begin(
    workflowId: string,
    one: ActivityEffect,
    signal = new AbortController().signal,
  ) {
    return this.#slots.execute(workflowId, one, {
      signal,
      idempotencyKey: one.id,
    });
  }

  /** Ends one, and lets the next begin. */
  async end(id: string) {
    this.running.get(id)!();
    await new Promise(resolve => setImmediate(resolve));
  }

  async ids() {
    await new Promise(resolve => setImmediate(resolve));
    return [...this.running.keys()];
  }
}

describe('ActivitySlots', () => {
  it('never begins what was cancelled before it asked for its turn', async () => {
    const bench = new Bench({ maxRunningActivities: 1 });
    void bench.begin('w', effect('a'));
    const late = bench.begin('w', effect('late'), AbortSignal.abort());
    const { outcome } = await late;
    expect(outcome.ok).toBe(false);
    await bench.end('a');
    expect(await bench.ids()).toEqual([]);
  });

  it('runs no more at once than there are slots', async () => {
    const bench = new Bench({ maxRunningActivities: 2 });
    for (const id of ['a', 'b', 'c']) void bench.begin('w', effect(id));
    expect(await bench.ids()).toEqual(['a', 'b']);
    await bench.end('a');
    expect(await bench.ids()).toEqual(['b', 'c']);
  });

  it('lets a workflow with few activities go before one with many', async () => {
    const bench = new Bench({ maxRunningActivities: 2 });
    for (const id of ['a', 'b', 'c', 'd']) void bench.begin('many', effect(id));
    void bench.begin('few', effect('x'));
    await bench.ids();
    await bench.end('a');
    expect(await bench.ids()).toEqual(['b', 'x']);
  });

  it('lets no call wait for those who wait for a message', async () => {
    const bench = new Bench({ maxRunningActivities: 1 });
    const action = { kind: 'receive', subscription: 's' };
    for (const id of ['m1', 'm2']) {
      const listening = { ...effect(id, 'asyncapi'), action };
      void bench.begin('w', listening as ActivityEffect);
    }
    for (const id of ['a', 'b']) void bench.begin('w', effect(id));
    expect(await bench.ids()).toEqual(['m1', 'm2', 'a']);
  });

  it('keeps a workflow, and a kind, to its own limit', async () => {
    const bench = new Bench({
      maxRunningActivities: 9,
      maxRunningActivitiesPerWorkflow: 2,
      maxRunningActivitiesByKind: { shell: 1 },
    });
    for (const id of ['a', 'b', 'c']) void bench.begin('w', effect(id));
    void bench.begin('v', effect('s1', 'shell'));
    void bench.begin('u', effect('s2', 'shell'));
    expect(await bench.ids()).toEqual(['a', 'b', 's1']);
    await bench.end('s1');
    expect(await bench.ids()).toEqual(['a', 'b', 's2']);
  });

  it('never begins what is cancelled while it waits, and gives its turn to the next', async () => {
    const bench = new Bench({ maxRunningActivities: 1 });
    const controller = new AbortController();
    void bench.begin('w', effect('a'));
    const cancelled = bench.begin('w', effect('b'), controller.signal);
    void bench.begin('w', effect('c'));
    controller.abort();
    expect((await cancelled).outcome.ok).toBe(false);
    await bench.end('a');
    expect(await bench.ids()).toEqual(['c']);
  });

  it('frees the slot of an activity that fails to answer', async () => {
    const slots = new ActivitySlots(
      { execute: async () => Promise.reject(new Error('broken')) },
      { ...defaultWorkerSettings, maxRunningActivities: 1 },
    );
    const { signal } = new AbortController();
    const run = () =>
      slots.execute('w', effect('a'), { signal, idempotencyKey: 'a' });
    await expect(run()).rejects.toThrow('broken');
    await expect(run()).rejects.toThrow('broken');
  });
});
