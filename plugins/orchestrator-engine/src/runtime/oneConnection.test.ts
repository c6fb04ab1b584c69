import createKnex from 'knex';
import { databaseIds, emptyDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { TestBackend } from '../__testUtils__/TestBackend';
import { migrate } from '../store/knex/migrate';
import { openStores } from '../store/knex/openStores';

jest.setTimeout(180_000);

const onPostgres = databaseIds.filter(id => id.startsWith('POSTGRES'));
const describeEach =
  onPostgres.length > 0
    ? describe.each(onPostgres)
    : describe.skip.each(databaseIds);

describeEach('a process with a single connection, on %s', databaseId => {
  it('runs instances, routes events and does its duties', async () => {
    const { client } = await emptyDatabase(databaseId);
    const knex = createKnex({
      client: 'pg',
      connection: client.connectionSettings,
      pool: { min: 0, max: 1 },
      acquireConnectionTimeout: 30_000,
    });
    await migrate(knex);
    const backend = new TestBackend(knex, new ManualClock(), uri => ({
      value: uri,
    }));
    await backend.publish(
      workflowText(`
  - both:
      fork:
        branches:
          - child: { run: { workflow: { namespace: default, name: child, version: 1.0.0 } } }
          - hear: { listen: { to: { one: { with: { type: said } } } } }
  - say: { call: http, with: { method: get, endpoint: 'http://x/say' } }`),
    );
    await backend.publish(workflowText('- a: { set: { n: 1 } }'), 'child');
    const runtime = await backend.begin({}, { upkeep: openStores(knex) });
    const ids = await Promise.all(
      Array.from({ length: 20 }, () =>
        runtime.start({ workflowId: 'under-test', input: {} }),
      ),
    );
    await runtime.deliver({
      specversion: '1.0',
      id: 'e1',
      source: '/s',
      type: 'said',
    });
    for (const id of ids) await backend.passUntilStatus(id, 'completed', 50);
    await runtime.stop({ graceMs: 0 });
    expect(backend.warnings).toEqual([]);
    await knex.destroy();
  });
});
