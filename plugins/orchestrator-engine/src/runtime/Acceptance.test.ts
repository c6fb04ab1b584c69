import { ManualClock } from '../__testUtils__/ManualClock';
import type { Append, Commit, NewInstance } from '../store/InstanceStore';
import { MemoryInstanceStore } from '../store/memory/MemoryInstanceStore';
import { Acceptance } from './Acceptance';
import { GroupCommitter } from './GroupCommitter';
import { noTelemetry } from './telemetry/Telemetry';

const instance: NewInstance = {
  id: 'i1',
  workflowId: 'hello',
  workflowVersion: '1.0.0',
  definitionHash: 'hash',
  behaviourVersion: 1,
  epoch: 'e1',
  input: { value: {} },
  initiator: 'user:default/ada',
  createdAt: 1000,
  payloads: [],
  idempotency: { key: 'k', requestHash: 'h' },
};

const step: Append = {
  instanceId: 'i1',
  afterSeq: 1,
  entries: [{ seq: 2, type: 'instance.started', time: 1000, data: {} }],
  payloads: [],
  change: { status: 'running', startedAt: 1000 },
  takenSignals: [],
  release: false,
};

/** A store that may refuse first steps, and counts what is committed. */
class WatchedStore extends MemoryInstanceStore {
  commits = 0;

  constructor(private readonly refusesFirstSteps = false) {
    super(new ManualClock());
  }

  async commit(workerId: string, commit: Commit) {
    this.commits += 1;
    const hasStep = commit.created.some(({ firstStep }) => firstStep);
    if (hasStep && this.refusesFirstSteps) {
      throw new Error('The database says: no');
    }
    return super.commit(workerId, commit);
  }
}

/** A worker's committer over a store. */
async function committing(store = new WatchedStore()) {
  await store.registerWorker('w1', 60_000);
  const committer = new GroupCommitter({
    store,
    workerId: 'w1',
    clock: new ManualClock(),
    telemetry: noTelemetry,
    onUnavailable: () => {},
    onFenced: () => {},
  });
  return { store, committer };
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  promise.then(settle, settle);
  for (let n = 0; n < 5; n += 1) await turn();
  return settled;
}

it('commits an instance and its first step together', async () => {
  const { store, committer } = await committing();
  const acceptance = new Acceptance(instance, committer);
  await expect(acceptance.commit(step)).resolves.toBe('committed');
  await expect(acceptance.outcome).resolves.toEqual({ kind: 'created' });
  expect(store.commits).toBe(1);
  expect(store.get('i1')).toMatchObject({ seq: 2, status: 'running' });
});

it('does not wait for a step: one that comes too late is committed by itself', async () => {
  const { store, committer } = await committing();
  const acceptance = new Acceptance(instance, committer);
  await expect(acceptance.outcome).resolves.toEqual({ kind: 'created' });
  expect(store.get('i1')).toMatchObject({ seq: 1, status: 'pending' });
  await expect(acceptance.commit(step)).resolves.toBeUndefined();
});

it.each<Partial<Append>>([
  { awaits: [] },
  { signals: [] },
  { approvals: [] },
  { takenSignals: ['s1'] },
])('leaves a step to itself that has to do with others: %j', async more => {
  const { store, committer } = await committing();
  const acceptance = new Acceptance(instance, committer);
  const committed = acceptance.commit({ ...step, ...more });
  await expect(committed).resolves.toBeUndefined();
  expect(store.get('i1')).toMatchObject({ seq: 1 });
});

it('answers no step of an instance whose key was used before', async () => {
  const { store, committer } = await committing();
  await store.create({ ...instance, id: 'i0' });
  const acceptance = new Acceptance(instance, committer);
  const committed = acceptance.commit(step);
  await expect(acceptance.outcome).resolves.toEqual({
    kind: 'known',
    id: 'i0',
  });
  expect(await isSettled(committed)).toBe(false);
  expect(store.get('i1')).toBeUndefined();
});

it('accepts an instance without the step that the database refuses', async () => {
  const { store, committer } = await committing(new WatchedStore(true));
  const acceptance = new Acceptance(instance, committer);
  await expect(acceptance.commit(step)).rejects.toThrow('no');
  await expect(acceptance.outcome).resolves.toEqual({ kind: 'created' });
  expect(store.get('i1')).toMatchObject({ seq: 1 });
});
