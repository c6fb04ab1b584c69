import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';

import type { EmbeddedRuntime } from './EmbeddedRuntime';

const newer = '99991231000000_newer.js';

jest.setTimeout(60_000);

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
      await backend.until('it has given up', () => {
        clock.advance(2_000);
        return backend.warnings.some(one => one.includes(newer));
      });
      expect(runtime.isRunning()).toBe(false);
      expect(backend.calls.calls).toEqual([]);
      expect(backend.warnings.join('\n')).toContain(
        'A newer version has migrated the database (99991231000000_newer.js): replace this process by one of that version',
      );

      await runtime.stop({ graceMs: 0 });
      await knex('orchestrator_migrations').where({ name: newer }).delete();
      await begin();
      await backend.passUntilStatus(id, 'completed');
      expect(backend.calls.targets).toEqual(['GET http://x/say']);
    });
  },
);
