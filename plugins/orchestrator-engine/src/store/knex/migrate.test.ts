import createKnex, { type Knex } from 'knex';
import { databaseIds, emptyDatabase } from '../../__testUtils__/databases';
import { migrate } from './migrate';

const LOCKS = 'orchestrator_migrations_lock';

jest.setTimeout(180_000);

describe.each(databaseIds)('migrating %s', databaseId => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await emptyDatabase(databaseId);
  });

  /** As a process leaves it that is killed while it migrates, or several that begin at once. */
  async function leaveLocks(...locks: readonly number[]) {
    await knex.schema.createTable(LOCKS, table => {
      table.increments('index').primary();
      table.integer('is_locked');
    });
    await knex(LOCKS).insert(locks.map(is_locked => ({ is_locked })));
  }

  it('makes the tables, and then has nothing more to do', async () => {
    await migrate(knex);
    await migrate(knex);
    expect(await knex('instances')).toEqual([]);
  });

  it('goes on where a process was killed that held the lock', async () => {
    await leaveLocks(1);
    await migrate(knex);
    expect(await knex('instances')).toEqual([]);
  });

  it('goes on where two processes have each made a lock', async () => {
    await leaveLocks(0, 0);
    await migrate(knex);
    expect(await knex('instances')).toEqual([]);
  });
});

const onPostgres = databaseIds.filter(id => id.startsWith('POSTGRES'));
const describeEach =
  onPostgres.length > 0
    ? describe.each(onPostgres)
    : describe.skip.each(['Postgres']);

describeEach('migrating on %s', databaseId => {
  it('needs one connection only', async () => {
    const id = databaseId as (typeof databaseIds)[number];
    const first = await emptyDatabase(id);
    const knex = createKnex({
      client: 'pg',
      connection: first.client.connectionSettings,
      pool: { min: 0, max: 1 },
      acquireConnectionTimeout: 5_000,
    });
    await migrate(knex);
    await migrate(knex);
    expect(await first('instances')).toEqual([]);
    await knex.destroy();
  });

  it('leaves nothing behind when it fails on its way', async () => {
    const id = databaseId as (typeof databaseIds)[number];
    const knex = await emptyDatabase(id);
    await knex.schema.createTable('webhooks', table => table.string('x'));
    await expect(migrate(knex)).rejects.toThrow('already exists');
    expect(await knex.schema.hasTable('instances')).toBe(false);
    await knex.schema.dropTable('webhooks');
    await migrate(knex);
    expect(await knex('webhooks')).toEqual([]);
  });

  it('lets several processes begin at once', async () => {
    const id = databaseId as (typeof databaseIds)[number];
    const first = await emptyDatabase(id);
    const { connectionSettings: connection } = first.client;
    const processes = Array.from({ length: 4 }, () =>
      createKnex({ client: 'pg', connection }),
    );
    await Promise.all(processes.map(migrate));
    expect(await first('instances')).toEqual([]);
    await Promise.all(processes.map(knex => knex.destroy()));
  });
});
