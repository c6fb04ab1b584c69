import type { Append } from '../InstanceStore';
import { MemoryInstanceStore } from './MemoryInstanceStore';

const step: Append = {
  instanceId: 'i1',
  afterSeq: 1,
  entries: [],
  payloads: [],
  change: { status: 'waiting' },
  takenSignals: [],
  release: true,
};

it.each([{ awaits: [] }, { approvals: [] }])(
  'refuses a step with %j, which nothing in memory could answer',
  async asked => {
    const store = new MemoryInstanceStore({ now: () => 0 });
    await store.registerWorker('w', 60_000);

    const commit = store.commit('w', {
      steps: [{ ...step, ...asked }],
      created: [],
    });

    await expect(commit).rejects.toMatchObject({
      code: 'NOT_IMPLEMENTED',
      message: expect.stringContaining('run it on a database'),
    });
  },
);
