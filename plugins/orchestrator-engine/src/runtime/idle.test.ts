import { countStatements } from '../__testUtils__/countStatements';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock, settle } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import { openStores } from '../store/knex/openStores';

/** What docs/reliability.md says of each: on SQLite a claim is a transaction of several statements, on Postgres it is one. */
const saidOf = (databaseId: string) => (databaseId === 'SQLITE_3' ? 20 : 7.5);

const SECONDS = 120;

jest.setTimeout(180_000);

it.each(databaseIds)(
  '%s is asked little while nothing happens, though instances wait and schedules are kept',
  async databaseId => {
    const knex = await migratedDatabase(databaseId);
    const clock = new ManualClock();
    const backend = new TestBackend(knex, clock, uri => ({ value: uri }));
    const runtime = await backend.begin(
      {},
      {
        upkeep: {
          ...openStores(knex),
          lifecycle: {
            level: 'workflow',
            source: 'http://x',
            publish: async () => {},
          },
        },
      },
    );
    await backend.publish(workflowText('- pause: { wait: P1D }'));
    for (const name of ['a', 'b', 'c']) {
      const schedule = 'schedule: { every: P1D }\n';
      await backend.publish(
        workflowText('- a: { set: { n: 1 } }', schedule),
        name,
      );
    }
    for (let n = 0; n < 100; n += 1) {
      await runtime.start({ workflowId: 'under-test', input: {} });
    }
    await backend.until('all are parked', async () => {
      clock.advance(500);
      const parked = await knex('instances').where({
        status: 'waiting',
        owner: null,
      });
      return parked.length === 100;
    });
    await backend.pass(10_000);

    const statements = await countStatements(knex);
    for (let ms = 0; ms < SECONDS * 1000; ms += 250) {
      clock.advance(250);
      await knex.raw('select 1');
      await settle();
    }
    const selects = SECONDS * 4;
    const perSecond = (statements() - selects) / SECONDS;
    await runtime.stop({ graceMs: 0 });
    expect(perSecond).toBeLessThan(saidOf(databaseId) * 1.25);
    expect(perSecond).toBeGreaterThan(saidOf(databaseId) / 2);
  },
);
