import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import type { EmbeddedRuntime } from './EmbeddedRuntime';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;

/** The same entries, and in the place of the last one a checkpoint of which nobody knows what it says. */
function broken(entries: string): string {
  const kept = JSON.parse(entries).slice(0, -1);
  const data = { state: {} };
  return JSON.stringify([
    ...kept,
    { type: 'instance.checkpointed', time: 1, data },
  ]);
}

describe.each(databaseIds)(
  'an instance whose log cannot be read, on %s',
  databaseId => {
    let knex: Knex;
    let clock: ManualClock;
    let backend: TestBackend;
    let runtime: EmbeddedRuntime;

    beforeEach(async () => {
      knex = await migratedDatabase(databaseId);
      clock = new ManualClock();
      backend = new TestBackend(knex, clock, uri => ({ value: uri }));
      await backend.publish(
        workflowText(`
  - pause: { wait: PT1H }
  - say: { call: http, with: { method: get, endpoint: 'http://x/say' } }`),
      );
      runtime = await backend.begin({ leaseMs: 600_000_000 });
    });

    afterEach(() => runtime.stop({ graceMs: 0 }));

    const start = async () => {
      const id = await runtime.start({ workflowId: 'under-test', input: {} });
      await backend.until(`${id} is parked`, async () => {
        const row = await knex('instances').where({ id }).first();
        return row.status === 'waiting' && row.owner === null;
      });
      return id;
    };

    const readingsOf = () =>
      backend.warnings.filter(one => one.includes('cannot be read')).length;

    it('keeps nobody else waiting, is tried seldom, and goes on once its log is whole', async () => {
      const poisoned = await start();
      const other = await start();
      const last = () =>
        knex('steps')
          .where({ instance_id: poisoned })
          .orderBy('last_seq', 'desc')
          .first();
      const { last_seq, entries } = await last();
      const where = { instance_id: poisoned, last_seq };
      await knex('steps')
        .where(where)
        .update({ entries: broken(entries) });
      await knex('instances')
        .where({ id: poisoned })
        .update({ checkpoint_seq: last_seq });

      clock.advance(60 * MINUTE_MS);
      const dueAt = clock.now();
      await backend.passUntilStatus(other, 'completed', 100);
      await backend.until('it was tried three times', () => {
        clock.advance(500);
        return readingsOf() >= 3;
      });
      // After 2 seconds once more, and after 8.
      expect(clock.now() - dueAt).toBeGreaterThanOrEqual(10_000);

      await knex('steps').where(where).update({ entries });
      await knex('instances')
        .where({ id: poisoned })
        .update({ checkpoint_seq: null });
      await backend.passUntilStatus(poisoned, 'completed', MINUTE_MS);
      expect(backend.calls.targets).toHaveLength(2);
    });
  },
);
