import { instanceStoreBackends } from '../__testUtils__/instanceStoreBackends';
import type { InstanceStoreBackend } from '../__testUtils__/instanceStoreBackends';
import {
  WorkerFencedError,
  type Append,
  type Claim,
  type InstanceStore,
  type LogEntry,
  type NewInstance,
  type Signal,
} from './InstanceStore';

const LEASE_MS = 60_000;

/** What the clock of a process says that is behind those of all others. */
const BEHIND = 500;

/** What the clock of a process says that is an hour ahead of the others'. */
const AHEAD = 3_600_000;

function newInstance(id: string, more: Partial<NewInstance> = {}): NewInstance {
  return {
    id,
    workflowId: 'hello',
    workflowVersion: '1.0.0',
    definitionHash: 'hash',
    behaviourVersion: 1,
    epoch: 'e1',
    input: { value: { name: 'Ada' } },
    initiator: 'user:default/ada',
    createdAt: 1000,
    payloads: [],
    ...more,
  };
}

function entry(seq: number, type: LogEntry['type'] = 'task.started'): LogEntry {
  return { seq, type, taskKey: '/do/0/a', time: 2000, data: { n: seq } };
}

function step(instanceId: string, more: Partial<Append> = {}): Append {
  return {
    instanceId,
    afterSeq: 1,
    entries: [entry(2)],
    payloads: [],
    change: { status: 'running' },
    takenSignals: [],
    release: false,
    ...more,
  };
}

function cancelSignal(id: string, instanceId: string): Signal {
  return {
    id,
    instanceId,
    kind: 'cancel',
    data: {},
    actor: { kind: 'user', ref: 'user:default/ada' },
    createdAt: 3000,
  };
}

/** What every store must do. */
describe.each(instanceStoreBackends)('instances in %s', (_name, open) => {
  let backend: InstanceStoreBackend;
  let store: InstanceStore;

  beforeEach(async () => {
    backend = await open();
    store = backend.store;
  });

  const create = (instance: NewInstance) => store.create(instance);

  const claimDue = (claim: Claim) => store.claimDue(claim);

  async function append(workerId: string, steps: readonly Append[]) {
    const committed = await store.commit(workerId, { steps, created: [] });
    return committed.steps;
  }

  async function claimed(workerId: string, ...ids: string[]) {
    await store.registerWorker(workerId, LEASE_MS);
    for (const id of ids) await create(newInstance(id));
    return claimDue({ workerId, now: 5000, limit: 100 });
  }

  describe('accepting an instance', () => {
    it('keeps it with its first entry, due at once', async () => {
      await create(newInstance('i1'));
      expect(await backend.get('i1')).toMatchObject({
        id: 'i1',
        status: 'pending',
        seq: 1,
        input: { value: { name: 'Ada' } },
      });
      expect(await store.loadLog('i1')).toMatchObject([
        { seq: 1, type: 'instance.created', time: 1000 },
      ]);
    });

    it('gives the first instance to whoever repeats its idempotency key', async () => {
      const idempotency = { key: 'k', requestHash: 'h' };
      await create(newInstance('i1', { idempotency }));
      await expect(create(newInstance('i2', { idempotency }))).resolves.toEqual(
        { kind: 'known', id: 'i1' },
      );
      expect(await backend.count()).toBe(1);
    });

    it('counts a key once also for those that nobody in particular starts', async () => {
      const idempotency = { key: 'k', requestHash: 'h' };
      const byNobody = { initiator: undefined, idempotency };
      await create(newInstance('i1', byNobody));
      await expect(create(newInstance('i2', byNobody))).resolves.toEqual({
        kind: 'known',
        id: 'i1',
      });
      const other = { key: 'k', requestHash: 'other' };
      await expect(
        create(newInstance('i3', { ...byNobody, idempotency: other })),
      ).resolves.toEqual({ kind: 'conflict' });
      await expect(create(newInstance('i4', { idempotency }))).resolves.toEqual(
        { kind: 'created' },
      );
      expect(await backend.count()).toBe(2);
    });

    it('refuses an idempotency key used for another request', async () => {
      await create(
        newInstance('i1', { idempotency: { key: 'k', requestHash: 'h' } }),
      );
      const idempotency = { key: 'k', requestHash: 'other' };
      await expect(create(newInstance('i2', { idempotency }))).resolves.toEqual(
        { kind: 'conflict' },
      );
    });

    it('takes the same key of somebody else for another request', async () => {
      const idempotency = { key: 'k', requestHash: 'h' };
      await create(newInstance('i1', { idempotency }));
      const other = { initiator: 'user:default/bob', idempotency };
      await expect(create(newInstance('i2', other))).resolves.toEqual({
        kind: 'created',
      });
    });
  });

  describe('accepting an instance only if its definition is the present one', () => {
    const presuming = (id: string, more: Partial<NewInstance> = {}) =>
      newInstance(id, {
        workflowId: 'flow',
        definitionHash: 'v1',
        onlyIfCurrent: true,
        ...more,
      });
    const idempotency = { key: 'k', requestHash: 'h' };

    it('keeps it as any other when it is', async () => {
      await backend.publish('flow', 'v1');
      await expect(create(presuming('i1'))).resolves.toEqual({
        kind: 'created',
      });
      expect(await store.loadLog('i1')).toHaveLength(1);
    });

    it('leaves out whose workflow has another one, none, one with errors, or is disabled, and nothing else', async () => {
      await backend.publish('flow', 'v2');
      await backend.publish('faulty', 'v1', { isValid: false });
      await backend.publish('disabled', 'v1', { isEnabled: false });
      await store.registerWorker('w1', LEASE_MS);
      const instances = [
        presuming('other'),
        presuming('none', { workflowId: 'retired' }),
        presuming('faulty', { workflowId: 'faulty' }),
        presuming('disabled', { workflowId: 'disabled' }),
        presuming('present', { definitionHash: 'v2' }),
        newInstance('not asked'),
      ];
      const { created } = await store.commit('w1', {
        steps: [],
        created: instances.map(instance => ({ instance, isOwned: true })),
      });
      expect(created.map(({ kind }) => kind)).toEqual([
        ...['outdated', 'outdated', 'outdated', 'outdated'],
        ...['created', 'created'],
      ]);
      expect(await backend.count()).toBe(2);
      expect(await store.loadLog('other')).toEqual([]);
    });

    it('counts the key of one that was accepted, and of none that was left out', async () => {
      await backend.publish('flow', 'v1');
      await create(presuming('i1', { idempotency }));
      await expect(create(presuming('i2', { idempotency }))).resolves.toEqual({
        kind: 'known',
        id: 'i1',
      });
      await backend.publish('flow', 'v2');
      await expect(create(presuming('i3', { idempotency }))).resolves.toEqual({
        kind: 'outdated',
      });
      const unused = { ...idempotency, key: 'unused' };
      await create(presuming('i4', { idempotency: unused }));
      const again = { definitionHash: 'v2', idempotency: unused };
      await expect(create(presuming('i5', again))).resolves.toEqual({
        kind: 'created',
      });
    });

    it('knows one again whose answer was not heard, whatever has become of its workflow', async () => {
      await backend.publish('flow', 'v1');
      await create(presuming('i1'));
      await backend.publish('flow', 'v2');
      await expect(create(presuming('i1'))).resolves.toEqual({
        kind: 'known',
        id: 'i1',
      });
    });
  });

  describe('claiming', () => {
    it('gives an instance to one worker only', async () => {
      await store.registerWorker('w2', LEASE_MS);
      expect(await claimed('w1', 'i1', 'i2')).toHaveLength(2);
      await expect(
        claimDue({ workerId: 'w2', now: 5000, limit: 100 }),
      ).resolves.toEqual([]);
    });

    it('gives what is due longest first, and no more than asked for', async () => {
      await store.registerWorker('w1', LEASE_MS);
      await create(newInstance('late', { createdAt: 2000 }));
      await create(newInstance('early', { createdAt: 1000 }));
      const due = await claimDue({ workerId: 'w1', now: 5000, limit: 1 });
      expect(due.map(({ id }) => id)).toEqual(['early']);
    });

    it('takes from each workflow in turn, a higher priority first', async () => {
      await store.registerWorker('w1', LEASE_MS);
      for (const id of ['a1', 'a2', 'a3']) await create(newInstance(id));
      await create(newInstance('b1', { workflowId: 'b', createdAt: 2000 }));
      await create(newInstance('c1', { workflowId: 'c', priority: 1 }));
      const claim = { workerId: 'w1', now: 5000, limit: 3 };
      const due = await claimDue({ ...claim, owned: new Map([['hello', 1]]) });
      expect(due.map(({ id }) => id)).toEqual(['c1', 'b1', 'a1']);
    });

    it('takes no more of a workflow than the worker may have', async () => {
      await store.registerWorker('w1', LEASE_MS);
      for (const id of ['a1', 'a2', 'a3']) await create(newInstance(id));
      const claim = { workerId: 'w1', now: 5000, limit: 9 };
      const owned = new Map([['hello', 1]]);
      const due = await claimDue({ ...claim, owned, maxPerWorkflow: 3 });
      expect(due).toHaveLength(2);
    });

    it('counts what is due and nobody has, by priority and workflow', async () => {
      await claimed('w1', 'owned');
      for (const id of ['a1', 'a2', 'a3']) await create(newInstance(id));
      await create(newInstance('a4', { priority: 2 }));
      await create(newInstance('b1', { workflowId: 'b', createdAt: 9000 }));
      const queued = await store.queued({ now: 5000, countUpTo: 2 });
      expect(queued).toEqual([
        { workflowId: 'hello', priority: 2, due: 1 },
        { workflowId: 'hello', priority: 0, due: 2 },
      ]);
    });

    it('leaves alone what is not yet due', async () => {
      await claimed('w1', 'i1');
      await append('w1', [
        step('i1', {
          release: true,
          change: { status: 'waiting', wakeAt: 9000 },
        }),
      ]);
      const at = (now: number) => claimDue({ workerId: 'w1', now, limit: 9 });
      await expect(at(8999)).resolves.toEqual([]);
      await expect(at(9000)).resolves.toMatchObject([{ id: 'i1', seq: 2 }]);
    });
  });

  describe('accepting an instance with a commit', () => {
    const created = (id: string, more: Partial<NewInstance> = {}) => ({
      instance: newInstance(id, more),
      isOwned: true,
    });

    it('gives it to the worker at once', async () => {
      await claimed('w1', 'i1');
      await expect(
        store.commit('w1', { steps: [step('i1')], created: [created('i2')] }),
      ).resolves.toEqual({ steps: [true], created: [{ kind: 'created' }] });
      await expect(append('w1', [step('i2')])).resolves.toEqual([true]);
      expect((await store.loadLog('i2')).map(({ type }) => type)).toEqual([
        'instance.created',
        'task.started',
      ]);
    });

    const firstStep = {
      entries: [entry(2), entry(3)],
      payloads: [{ sha256: 'abc', text: '"large"' }],
      change: { status: 'running', startedAt: 1500 },
      release: false,
    } as const;

    it('takes its first step with it', async () => {
      await store.registerWorker('w1', LEASE_MS);
      await store.commit('w1', {
        steps: [],
        created: [{ ...created('i1'), firstStep }, created('i2')],
      });
      expect(await backend.get('i1')).toMatchObject({
        seq: 3,
        status: 'running',
        startedAt: 1500,
      });
      expect((await store.loadLog('i1')).map(({ seq }) => seq)).toEqual([
        1, 2, 3,
      ]);
      expect((await store.loadPayloads('i1', ['abc'])).size).toBe(1);
      expect(await backend.get('i2')).toMatchObject({
        seq: 1,
        status: 'pending',
      });
      const next = step('i1', { afterSeq: 3, entries: [entry(4)] });
      await expect(append('w1', [next])).resolves.toEqual([true]);
    });

    it('leaves one that waits after its first step until it is due', async () => {
      await store.registerWorker('w1', LEASE_MS);
      const change = { status: 'waiting', wakeAt: 9000 } as const;
      const parked = { ...firstStep, change, release: true };
      await store.commit('w1', {
        steps: [],
        created: [{ ...created('i1'), firstStep: parked }],
      });
      const at = (now: number) => claimDue({ workerId: 'w1', now, limit: 9 });
      await expect(at(8999)).resolves.toEqual([]);
      await expect(at(9000)).resolves.toMatchObject([{ id: 'i1', seq: 3 }]);
    });

    it('never takes up again one that its first step has ended', async () => {
      await store.registerWorker('w1', LEASE_MS);
      const output = { value: { ok: true } };
      const change = { status: 'completed', endedAt: 1600, output } as const;
      const ended = { ...firstStep, change, release: true };
      await store.commit('w1', {
        steps: [],
        created: [{ ...created('i1'), firstStep: ended }],
      });
      const due = await claimDue({ workerId: 'w1', now: 9000, limit: 9 });
      expect(due).toEqual([]);
      expect(await backend.get('i1')).toMatchObject(change);
      expect(await store.ownedBy('w1')).toEqual([]);
    });

    it('writes nothing of a first step whose instance is there already', async () => {
      await store.registerWorker('w1', LEASE_MS);
      const idempotency = { key: 'k', requestHash: 'h' };
      await create(newInstance('i1', { idempotency }));
      const again = { ...created('i2', { idempotency }), firstStep };
      await expect(
        store.commit('w1', { steps: [], created: [again] }),
      ).resolves.toMatchObject({ created: [{ kind: 'known', id: 'i1' }] });
      expect(await store.loadLog('i2')).toEqual([]);
    });

    it('begins the log of none again that goes on in the same commit', async () => {
      await store.registerWorker('w1', LEASE_MS);
      const begun = { ...created('i1'), firstStep };
      await store.commit('w1', { steps: [], created: [begun] });
      const next = step('i1', { afterSeq: 3, entries: [entry(4)] });
      await expect(
        store.commit('w1', { steps: [next], created: [created('i1')] }),
      ).resolves.toEqual({
        steps: [true],
        created: [{ kind: 'known', id: 'i1' }],
      });
      expect((await store.loadLog('i1')).map(({ seq }) => seq)).toEqual([
        1, 2, 3, 4,
      ]);
    });

    it('refuses one of several for its key, and accepts the others', async () => {
      await store.registerWorker('w1', LEASE_MS);
      const keyed = (id: string, requestHash: string) =>
        created(id, { idempotency: { key: 'k', requestHash } });
      const { created: accepted } = await store.commit('w1', {
        steps: [],
        created: [
          keyed('a', 'h'),
          keyed('b', 'h'),
          keyed('c', 'x'),
          created('d'),
        ],
      });
      expect(accepted).toEqual([
        { kind: 'created' },
        { kind: 'known', id: 'a' },
        { kind: 'conflict' },
        { kind: 'created' },
      ]);
      expect(await backend.count()).toBe(2);
      expect(await store.loadLog('b')).toEqual([]);
    });

    it('knows one again that was accepted although the answer was lost', async () => {
      await store.registerWorker('w1', LEASE_MS);
      const commit = { steps: [], created: [created('i1')] };
      await store.commit('w1', commit);
      await expect(store.commit('w1', commit)).resolves.toMatchObject({
        created: [{ kind: 'known', id: 'i1' }],
      });
      expect(await store.loadLog('i1')).toHaveLength(1);
    });

    it('accepts none for a worker that was declared dead (R2)', async () => {
      const commit = { steps: [], created: [created('i1')] };
      await expect(store.commit('w1', commit)).rejects.toThrow(
        WorkerFencedError,
      );
      expect(await backend.get('i1')).toBeUndefined();
    });

    it('leaves one that is not owned to whoever claims it', async () => {
      await store.registerWorker('w1', LEASE_MS);
      const creation = { ...created('i1'), isOwned: false };
      await store.commit('w1', { steps: [], created: [creation] });
      const due = await claimDue({ workerId: 'w1', now: 5000, limit: 9 });
      expect(due.map(({ id }) => id)).toEqual(['i1']);
    });
  });

  describe('appending', () => {
    it('gives an instance up though there is nothing to tell', async () => {
      await claimed('w1', 'i1');
      const silent = step('i1', { entries: [], release: true });
      await expect(append('w1', [silent])).resolves.toEqual([true]);
      expect(await store.ownedBy('w1')).toEqual([]);
    });

    it('commits entries, payloads and row together', async () => {
      await claimed('w1', 'i1', 'i2');
      const results = await append('w1', [
        step('i1', { payloads: [{ sha256: 'abc', text: '"large"' }] }),
        step('i2', {
          entries: [entry(2), entry(3)],
          change: { status: 'waiting', because: 'until later' },
        }),
      ]);
      expect(results).toEqual([true, true]);
      expect(await backend.get('i2')).toMatchObject({
        seq: 3,
        status: 'waiting',
        because: 'until later',
      });
      const payloads = await store.loadPayloads('i1', ['abc', 'none']);
      expect([...payloads]).toEqual([['abc', '"large"']]);
      expect((await store.loadLog('i2')).map(({ seq }) => seq)).toEqual([
        1, 2, 3,
      ]);
    });

    it('leaves out whole a step of an instance that has another owner (R2)', async () => {
      await store.registerWorker('w2', LEASE_MS);
      await claimed('w1', 'i1', 'i2');
      await backend.giveTo('w2', 'i1');
      await expect(append('w1', [step('i1'), step('i2')])).resolves.toEqual([
        false,
        true,
      ]);
      expect(await store.loadLog('i1')).toHaveLength(1);
    });

    it('writes nothing for a worker that was declared dead (R2)', async () => {
      await claimed('w1', 'i1');
      await backend.declareDead('w1');
      await expect(append('w1', [step('i1')])).rejects.toThrow(
        WorkerFencedError,
      );
      expect(await store.loadLog('i1')).toHaveLength(1);
    });

    it('knows a step again that was committed although the answer was lost', async () => {
      await claimed('w1', 'i1');
      await append('w1', [step('i1')]);
      await expect(append('w1', [step('i1')])).resolves.toEqual([true]);
      expect(await store.loadLog('i1')).toHaveLength(2);
    });

    it('knows again that it gave an instance up by a step without entries', async () => {
      await claimed('w1', 'i1');
      const change = { status: 'waiting', wakeAt: 9000 } as const;
      const parking = step('i1', { entries: [], change, release: true });
      await append('w1', [parking]);
      await expect(append('w1', [parking])).resolves.toEqual([true]);
    });

    it('does not take another step for the same one', async () => {
      await claimed('w1', 'i1');
      await append('w1', [step('i1')]);
      const other = step('i1', { entries: [entry(2, 'task.failed')] });
      await expect(append('w1', [other])).resolves.toEqual([false]);
    });

    it('commits a step of many entries', async () => {
      await claimed('w1', 'i1');
      const entries = Array.from({ length: 1234 }, (_, n) => entry(n + 2));
      await append('w1', [step('i1', { entries })]);
      expect(await store.loadLog('i1')).toHaveLength(1235);
    });

    it('stores text that holds a zero character', async () => {
      await claimed('w1', 'i1');
      const change = { status: 'failed', because: 'a\u0000b' } as const;
      const entries = [{ ...entry(2), data: { text: 'a\u0000b' } }];
      await append('w1', [step('i1', { change, entries })]);
      expect((await store.loadLog('i1'))[1].data).toEqual({ text: 'a\u0000b' });
    });
  });

  describe('leases', () => {
    it('prolongs the lease of a living worker and not of a dead one', async () => {
      await store.registerWorker('w1', LEASE_MS);
      await expect(store.renewLease('w1', LEASE_MS)).resolves.toBe(true);
      await backend.declareDead('w1');
      await expect(store.renewLease('w1', LEASE_MS)).resolves.toBe(false);
    });

    it('makes due what a silent worker owned', async () => {
      await claimed('w1', 'i1');
      await backend.silence('w1');
      await store.registerWorker('w2', LEASE_MS);
      await expect(store.takeOver('w2')).resolves.toBe(1);
      const due = await claimDue({ workerId: 'w2', now: 0, limit: 9 });
      expect(due.map(({ id }) => id)).toEqual(['i1']);
      await expect(append('w1', [step('i1')])).rejects.toThrow(
        WorkerFencedError,
      );
    });

    it('lets nobody claim who was declared dead, however late he notices', async () => {
      await claimed('w1', 'i1');
      await backend.silence('w1');
      await store.registerWorker('w2', LEASE_MS);
      await store.takeOver('w2');
      await expect(
        claimDue({ workerId: 'w1', now: 5000, limit: 9 }),
      ).rejects.toThrow(WorkerFencedError);
    });

    it('makes due what belongs to a worker that nobody knows', async () => {
      await claimed('w1', 'i1');
      await backend.forget('w1');
      await store.registerWorker('w2', LEASE_MS);
      await expect(store.takeOver('w2')).resolves.toBe(1);
    });

    it('gives one instance back, if it is still the worker that owns it', async () => {
      await store.registerWorker('w2', LEASE_MS);
      await claimed('w1', 'i1');
      await store.requeue('w2', 'i1');
      const claim = () => claimDue({ workerId: 'w2', now: 0, limit: 9 });
      await expect(claim()).resolves.toEqual([]);
      await store.requeue('w1', 'i1');
      await expect(claim()).resolves.toHaveLength(1);
    });

    it('gives back on release what the worker owned, each when it is due', async () => {
      await claimed('w1', 'i1', 'i2');
      await append('w1', [
        step('i1', { change: { status: 'waiting', wakeAt: 9000 } }),
        step('i2'),
      ]);
      await store.releaseWorker('w1');
      await store.registerWorker('w2', LEASE_MS);
      const due = await claimDue({ workerId: 'w2', now: 6000, limit: 9 });
      expect(due.map(({ id }) => id)).toEqual(['i2']);
    });

    it('gives back at once what runs, whatever the clocks of those who claim it say', async () => {
      await claimed('w1', 'i1', 'i2');
      await append('w1', [step('i1')]);
      await store.releaseWorker('w1');
      await store.registerWorker('w2', LEASE_MS);
      const due = await claimDue({ workerId: 'w2', now: BEHIND, limit: 9 });
      expect(due.map(({ id }) => id)).toContain('i1');
    });
  });

  describe('signals', () => {
    it('makes an instance due at once, though the clock of whoever signals it is ahead', async () => {
      await claimed('w1', 'i1');
      const change = { status: 'waiting', wakeAt: 3500 } as const;
      await append('w1', [step('i1', { release: true, change })]);
      await store.signal({ ...cancelSignal('s1', 'i1'), createdAt: AHEAD });
      const due = await claimDue({ workerId: 'w1', now: 3000, limit: 9 });
      expect(due.map(({ id }) => id)).toEqual(['i1']);
    });

    it('makes a parked instance due', async () => {
      await claimed('w1', 'i1');
      await append('w1', [
        step('i1', {
          release: true,
          change: { status: 'waiting', wakeAt: 9000 },
        }),
      ]);
      await expect(store.signal(cancelSignal('s1', 'i1'))).resolves.toBe(
        'accepted',
      );
      const due = await claimDue({ workerId: 'w1', now: 3000, limit: 9 });
      expect(due).toHaveLength(1);
      await expect(store.pendingSignals('w1')).resolves.toMatchObject([
        { id: 's1', instanceId: 'i1' },
      ]);
    });

    it('comes after those that came before, whatever their clocks and names say', async () => {
      await claimed('w1', 'i1');
      const { createdAt, ...first } = cancelSignal('z', 'i1');
      await store.signal({ ...first, createdAt: createdAt + 60_000 });
      await store.signal(cancelSignal('y', 'i1'));
      await store.signal(cancelSignal('x', 'i1'));
      const inOrder = [{ id: 'z' }, { id: 'y' }, { id: 'x' }];
      await expect(store.pendingSignals('w1')).resolves.toMatchObject(inOrder);
      await expect(store.signalsOf('i1')).resolves.toMatchObject(inOrder);
      await expect(store.signalsOf('i2')).resolves.toEqual([]);
    });

    it('is not lost when it comes just before its instance parks (R3)', async () => {
      await claimed('w1', 'i1');
      await store.signal(cancelSignal('s1', 'i1'));
      await append('w1', [
        step('i1', {
          release: true,
          change: { status: 'waiting', wakeAt: 9000 },
        }),
      ]);
      const due = await claimDue({ workerId: 'w1', now: 3000, limit: 9 });
      expect(due).toHaveLength(1);
    });

    it('goes with the step that answers it', async () => {
      await claimed('w1', 'i1');
      await store.signal(cancelSignal('s1', 'i1'));
      await append('w1', [
        step('i1', {
          takenSignals: ['s1'],
          release: true,
          change: { status: 'waiting', wakeAt: 9000 },
        }),
      ]);
      const due = await claimDue({ workerId: 'w1', now: 3000, limit: 9 });
      expect(due).toEqual([]);
    });

    it.each(['completed', 'failed', 'cancelled'] as const)(
      'is refused by an instance that is %s',
      async status => {
        await claimed('w1', 'i1');
        await append('w1', [step('i1', { change: { status } })]);
        await expect(store.signal(cancelSignal('s1', 'i1'))).resolves.toBe(
          'refused',
        );
      },
    );

    it('goes with an instance that ends before it hears it', async () => {
      await claimed('w1', 'i1');
      await store.signal(cancelSignal('s1', 'i1'));
      await append('w1', [
        step('i1', {
          release: true,
          change: { status: 'completed', endedAt: 2000 },
        }),
      ]);
      const due = await claimDue({ workerId: 'w1', now: 9000, limit: 9 });
      expect(due).toEqual([]);
      expect(await backend.signalCount()).toBe(0);
    });

    it('is refused when there is no such instance', async () => {
      await expect(store.signal(cancelSignal('s1', 'no'))).resolves.toBe(
        'refused',
      );
    });
  });
});
