import type { Knex } from 'knex';
import { isSqlite } from './operations/workerLeases';

/** What of knex's pool this needs. */
interface Pool {
  on(
    event: 'acquireSuccess',
    listener: (eventId: number, connection: Connection) => void,
  ): void;
}

/** What of a connection of `pg`, and of one of `better-sqlite3`, this needs. */
interface Connection {
  query(sql: string): Promise<unknown>;
  pragma(sql: string): unknown;
}

/** Which pools are to refuse what would be written. */
const refusing = new WeakMap<Pool, boolean>();

/** Connections that refuse. */
const locked = new WeakSet<Connection>();

/**
 * From now on the database itself refuses whatever this process would write, or no longer does. Reading goes on.
 *
 * Each connection is told when it is taken from the pool next. So there is no path to the database that could be forgotten; what is
 * refused is reported as `STORE_UNAVAILABLE`.
 */
export function refuseWrites(knex: Knex, isRefused: boolean): void {
  const { pool }: { readonly pool: Pool } = knex.client;
  if (!refusing.has(pool)) {
    if (!isRefused) return;
    pool.on('acquireSuccess', (_, connection) => tell(knex, connection));
  }
  refusing.set(pool, isRefused);
}

function tell(knex: Knex, connection: Connection) {
  const isRefused = refusing.get(knex.client.pool) === true;
  if (locked.has(connection) === isRefused) return;
  if (isRefused) locked.add(connection);
  else locked.delete(connection);
  const value = isRefused ? 'on' : 'off';
  if (isSqlite(knex)) {
    connection.pragma(`query_only = ${value}`);
    return;
  }
  const told = connection.query(`set default_transaction_read_only = ${value}`);
  // Whoever has asked for the connection finds out by what they ask.
  told.catch(() => {});
}
