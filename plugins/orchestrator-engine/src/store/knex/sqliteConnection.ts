import type { Knex } from 'knex';

/** A prepared statement of better-sqlite3: synchronous. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): { readonly changes: number };
  get(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
}

/** What SQLite can be given. */
export type SqliteValue = string | number | null;

/** A connection of better-sqlite3, of which there is one in the pool. */
interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  readonly inTransaction: boolean;
}

/** Gives the prepared statement of a text. */
export type Prepare = (sql: string) => SqliteStatement;

/** Statements of a connection, by their text: preparing one costs more than running it. */
const prepared = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();

/**
 * Runs prepared statements in one transaction, past knex, whose building of statements costs several times what SQLite takes to
 * run them.
 *
 * Nothing else of this process comes between: the work is synchronous, and it has the only connection of the pool.
 */
export async function inSqliteTransaction<T>(
  knex: Knex,
  work: (prepare: Prepare) => T,
): Promise<T> {
  const connection: SqliteConnection = await knex.client.acquireConnection();
  const prepare: Prepare = sql => preparedOn(connection, sql);
  try {
    prepare('begin immediate').run();
    const result = work(prepare);
    prepare('commit').run();
    return result;
  } finally {
    if (connection.inTransaction) prepare('rollback').run();
    await knex.client.releaseConnection(connection);
  }
}

function preparedOn(
  connection: SqliteConnection,
  sql: string,
): SqliteStatement {
  let statements = prepared.get(connection);
  if (!statements) {
    statements = new Map();
    prepared.set(connection, statements);
  }
  let statement = statements.get(sql);
  if (!statement) {
    statement = connection.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}
