import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import { openStores } from '../store/knex/openStores';
import { refuseWrites } from '../store/knex/refuseWrites';
import type { EmbeddedRuntime } from './EmbeddedRuntime';

const newer = '99991231000000_newer.js';

jest.setTimeout(180_000);

describe.each(databaseIds)(
  'a process whose database a newer version has migrated, on %s',
  databaseId => {
    let knex: Knex;
    let clock: ManualClock;
    let backend: TestBackend;
    const running: EmbeddedRuntime[] = [];

    beforeEach(async () => {
      knex = await migratedDatabase(databaseId);
      clock = new ManualClock();
      backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    });

    afterEach(async () => {
      await Promise.all(
        running.splice(0).map(runtime => runtime.stop({ graceMs: 0 })),
      );
    });

    async function begin() {
      const runtime = await backend.begin();
      running.push(runtime);
      return runtime;
    }

    /** What a newer version leaves behind when it has migrated. */
    async function migrateAsNewer() {
      await knex('orchestrator_migrations').insert({ name: newer, batch: 99 });
      await knex('workers').update({ is_alive: false });
    }

    async function untilItHasGivenUp() {
      await backend.until('it has given up', () => {
        clock.advance(2_000);
        return backend.warnings.some(one => one.includes(newer));
      });
    }

    it('leaves what is due to the newer one, and says so', async () => {
      await backend.publish(
        workflowText(`
  - pause: { wait: PT1H }
  - say: { call: http, with: { method: get, endpoint: 'http://x/say' } }`),
      );
      const runtime = await begin();
      const id = await runtime.start({ workflowId: 'under-test', input: {} });
      await backend.untilStatus(id, 'waiting');

      await migrateAsNewer();
      await backend.pass(3_600_000);
      await untilItHasGivenUp();
      expect(runtime.obstacle()).toBe('no worker runs here');
      expect(backend.calls.calls).toEqual([]);
      expect(backend.warnings.join('\n')).toContain(
        'A newer version has migrated the database (99991231000000_newer.js): replace this process by one of that version',
      );

      await runtime.stop({ graceMs: 0 });
      refuseWrites(knex, false);
      await knex('orchestrator_migrations').where({ name: newer }).delete();
      await begin();
      await backend.passUntilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual(['GET http://x/say']);
    });

    it('writes nothing any more, by whichever way, and goes on reading', async () => {
      await backend.publish(workflowText('- pause: { wait: PT1H }'));
      const runtime = await begin();
      const id = await runtime.start({ workflowId: 'under-test', input: {} });
      await backend.untilStatus(id, 'waiting');
      await migrateAsNewer();
      await untilItHasGivenUp();

      const stores = openStores(knex);
      const by = { kind: 'user', ref: 'user:default/ada' } as const;
      const event = { specversion: '1.0', id: '1', source: '/s', type: 't' };
      const writes: readonly (() => Promise<unknown>)[] = [
        () => runtime.start({ workflowId: 'under-test', input: {} }),
        () => runtime.cancel(id, { actor: by }),
        () => runtime.deliver({ ...event, specversion: '1.0' }),
        () => backend.publish(workflowText('- other: { set: {} }')),
        () => stores.definitions.retireSourcesBut([]),
        () => stores.webhooks.redeliver(delivery),
        () => stores.webhooks.release('nobody'),
        () => runtime.suspend(id, { actor: by }),
        () => stores.jobs.cancel('none', 'no more'),
        () => stores.duties.hold({ name: 'x', holder: 'y', forMs: 1 }),
      ];
      for (const write of writes) {
        await expect(write()).rejects.toMatchObject({
          code: 'STORE_UNAVAILABLE',
        });
      }
      expect(await backend.reader.get(id)).toMatchObject({ status: 'waiting' });
    });

    const delivery = { webhookId: 'none', deliveryId: 'none', now: 0 };
  },
);
