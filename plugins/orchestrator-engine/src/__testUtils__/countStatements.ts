import type { Knex } from 'knex';
import { isSqlite } from '../store/knex/operations/workerLeases';

/** Whatever better-sqlite3 carries out: all of its statements share these. */
interface SqliteStatement {
  run(): unknown;
  get(): unknown;
  all(): unknown;
}

/** Whatever `pg` carries out: all of its connections share this. */
interface PostgresConnection {
  query(): unknown;
}

/**
 * Counts what this process asks its databases from now on. It listens to the driver: of what goes past knex, knex tells nothing.
 *
 * @returns how many statements there were so far, `begin` and `commit` among them
 */
export async function countStatements(knex: Knex): Promise<() => number> {
  const connection = await knex.client.acquireConnection();
  try {
    const spies = isSqlite(knex)
      ? spiesOfSqlite(Object.getPrototypeOf(connection.prepare('select 1')))
      : [spyOfPostgres(Object.getPrototypeOf(connection))];
    const count = () =>
      spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    const before = count();
    return () => count() - before;
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

function spiesOfSqlite(statement: SqliteStatement) {
  const methods = ['run', 'get', 'all'] as const;
  return methods.map(method => jest.spyOn(statement, method));
}

function spyOfPostgres(connection: PostgresConnection) {
  return jest.spyOn(connection, 'query');
}
