import createKnex, { type Knex } from 'knex';
import { databaseIds, migratedDatabase } from '../__testUtils__/databases';
import { ManualClock, settle } from '../__testUtils__/ManualClock';
import { workflowText } from '../__testUtils__/runInMemory';
import { CallGate, TestBackend } from '../__testUtils__/TestBackend';
import type { EmbeddedRuntime } from './EmbeddedRuntime';

const text = workflowText(`
  - first: { call: http, with: { method: get, endpoint: 'http://x/first' } }
  - second: { call: http, with: { method: get, endpoint: 'http://x/second' } }`);

/** More than fits into what is free of a database's pages. */
const large = 'x'.repeat(100_000);

/** What a database can refuse to do for a while, and how it is made willing again. */
interface Unwillingness {
  readonly name: string;
  readonly isOf: (databaseId: string) => boolean;
  readonly begin: (knex: Knex) => Promise<unknown>;
  readonly end: (knex: Knex) => Promise<unknown>;
}

const isPostgres = (databaseId: string) => databaseId.startsWith('POSTGRES');

const unwillingnesses: readonly Unwillingness[] = [
  {
    name: 'is full',
    isOf: databaseId => databaseId === 'SQLITE_3',
    begin: async knex => {
      const [{ page_count }] = await knex.raw('pragma page_count');
      await knex.raw(`pragma max_page_count = ${page_count}`);
    },
    end: knex => knex.raw('pragma max_page_count = 1000000'),
  },
  {
    name: 'can only be read',
    isOf: databaseId => databaseId === 'SQLITE_3',
    begin: knex => knex.raw('pragma query_only = on'),
    end: knex => knex.raw('pragma query_only = off'),
  },
  {
    name: 'can only be read',
    isOf: isPostgres,
    begin: knex => makeReadOnly(knex, 'on'),
    end: knex => makeReadOnly(knex, 'off'),
  },
];

/** As a replica of a database is, for all connections: those that there are begin anew. */
async function makeReadOnly(knex: Knex, value: 'on' | 'off') {
  const { connectionSettings } = knex.client;
  const { database } = connectionSettings;
  const admin = createKnex({
    client: 'pg',
    connection: { ...connectionSettings, database: 'postgres' },
  });
  await admin.raw(
    `alter database ?? set default_transaction_read_only = ${value}`,
    [database],
  );
  await admin.raw(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = ?',
    [database],
  );
  await admin.destroy();
  while (!(await isSaid(knex, value))) await settle();
}

async function isSaid(knex: Knex, value: string): Promise<boolean> {
  try {
    const { rows } = await knex.raw('show default_transaction_read_only');
    return rows[0].default_transaction_read_only === value;
  } catch {
    return false; // a connection that has just been ended
  }
}

/** Enough for several tries, all of them in vain. */
async function letTimePass(clock: ManualClock) {
  for (let step = 0; step < 20; step += 1) {
    clock.advance(100);
    await settle();
  }
}

jest.setTimeout(180_000);

const cases = databaseIds.flatMap(databaseId =>
  unwillingnesses
    .filter(({ isOf }) => isOf(databaseId))
    .map(one => [databaseId, one.name, one] as const),
);

describe.each(cases)('%s that %s', (databaseId, _name, unwillingness) => {
  let knex: Knex;
  let runtime: EmbeddedRuntime;

  afterEach(() => runtime.stop({ graceMs: 0 }));

  it('acknowledges nothing then, and goes on afterwards with what it had', async () => {
    knex = await migratedDatabase(databaseId);
    const gate = new CallGate();
    const answer = async (uri: string) => {
      await gate.answer(uri);
      return { value: large };
    };
    const clock = new ManualClock();
    const backend = new TestBackend(knex, clock, answer);
    await backend.publish(text);
    runtime = await backend.begin({ leaseMs: 600_000 });
    const request = { workflowId: 'under-test', input: { large } };
    const id = await runtime.start(request);
    await backend.until(
      'the first call runs',
      () => backend.calls.calls.length === 1,
    );

    await unwillingness.begin(knex);
    await expect(runtime.start(request)).rejects.toThrow(
      expect.objectContaining({ code: 'STORE_UNAVAILABLE' }),
    );
    gate.open('http://x/first', 'http://x/second');
    await backend.slowlyUntil(
      'a step is refused',
      async () => runtime.obstacle() !== undefined,
    );
    await letTimePass(clock);
    expect(backend.calls.targets).toEqual(['GET http://x/first']);
    expect(runtime.obstacle()).toMatch(
      /^steps cannot be committed: The database cannot be /,
    );

    await unwillingness.end(knex);
    await backend.passUntilStatus(id, 'completed', 100);
    expect(backend.calls.targets).toEqual([
      'GET http://x/first',
      'GET http://x/second',
    ]);
    expect(await knex('instances')).toHaveLength(1);
    expect(runtime.obstacle()).toBeUndefined();
  });
});
