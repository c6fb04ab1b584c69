import type { Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { MortalStore, TestBackend } from '../__testUtils__/TestBackend';
import { isSqlite } from '../store/knex/operations/workerLeases';
import { openStores } from '../store/knex/openStores';
import type { EmbeddedRuntime } from './EmbeddedRuntime';

jest.setTimeout(180_000);

describe.each(databaseIds)('duties of a killed process on %s', databaseId => {
  let knex: Knex;
  let clock: ManualClock;
  const running: EmbeddedRuntime[] = [];

  beforeEach(async () => {
    knex = await migratedDatabase(databaseId);
    clock = new ManualClock();
  });

  afterEach(async () => {
    await Promise.all(
      running.splice(0).map(runtime => runtime.stop({ graceMs: 0 })),
    );
  });

  async function begin(life = new MortalStore()) {
    const backend = new TestBackend(
      knex,
      clock,
      uri => ({ value: uri }),
      life.wrap,
    );
    const { duties, schedules, housekeeping, feed } = openStores(knex);
    const upkeep = {
      duties: life.wrap(duties),
      schedules: life.wrap(schedules),
      housekeeping,
      feed,
    };
    const runtime = await backend.begin({}, { upkeep });
    return { backend, runtime };
  }

  const holder = async () =>
    (await knex('duties').where({ name: 'schedules' }).first())?.holder;

  const count = async () => (await knex('instances')).length;

  it('are done by the next one at once, though the first had them for longer', async () => {
    const life = new MortalStore();
    const first = await begin(life);
    await first.backend.publish(
      workflowText('- a: { set: { n: 1 } }', 'schedule: { every: PT1S }\n'),
    );
    await first.backend.until('it keeps the schedules', async () => {
      clock.advance(500);
      return (await count()) > 0;
    });
    expect(await holder()).toBe(first.runtime.workerId());
    life.kill();
    const before = await count();
    await knex('workers').update({ lease_until: 0 });
    clock.advance(3_000);

    const next = await begin();
    running.push(next.runtime);
    await next.backend.until('an occurrence has started', async () => {
      return (await count()) > before;
    });
    expect(await holder()).toBe(next.runtime.workerId());
  });

  it('go over to one that runs beside it at its next turn after the lease has run out', async () => {
    if (isSqlite(knex)) return; // One process has the file to itself.
    const life = new MortalStore();
    const first = await begin(life);
    await first.backend.until('it has the duty', async () => {
      return (await holder()) === first.runtime.workerId();
    });
    const beside = await begin();
    running.push(beside.runtime);
    life.kill();
    await beside.backend.pass(5_000);
    expect(await holder()).not.toBe(beside.runtime.workerId());
    await knex('workers')
      .whereNot({ id: beside.runtime.workerId() })
      .update({ lease_until: 0 });
    await beside.backend.pass(5_000);
    await beside.backend.until('it has the duty', async () => {
      return (await holder()) === beside.runtime.workerId();
    });
  });
});
