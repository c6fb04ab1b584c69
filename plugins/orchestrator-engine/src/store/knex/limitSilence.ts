import type { Knex } from 'knex';
import { isSqlite } from './operations/workerLeases';

/** Longer than any statement of the engine takes on a database that is well. */
const SILENT_FOR_MS = 30_000;

/** What of knex's pool this needs. */
interface Pool {
  on(
    event: 'acquireSuccess',
    listener: (eventId: number, connection: Connection) => void,
  ): void;
  on(event: 'release', listener: (connection: Connection) => void): void;
}

/** What of a connection of `pg` this needs. */
interface Connection {
  readonly connection: { readonly stream: Socket };
  query(sql: string): Promise<unknown>;
}

interface Socket {
  setTimeout(ms: number): void;
  on(event: 'timeout', listener: () => void): void;
  destroy(error: Error): void;
}

/**
 * Gives up connections on which nothing has come for a while although they are in use: who waits hears `STORE_UNAVAILABLE` and asks
 * again on another one.
 *
 * A peer that vanishes without a word (a firewall that forgets a connection, a machine that loses its power) leaves the other side
 * waiting for as long as TCP likes, which is for ever. So Postgres is told as well to end a transaction that nobody goes on with, and
 * what it has locked. Connections of SQLite cannot be silent.
 *
 * To be called once the tables are up to date: a migration may be at one statement for long.
 *
 * @public
 */
export function limitSilence(knex: Knex, forMs = SILENT_FOR_MS): void {
  if (isSqlite(knex)) return;
  const { pool }: { readonly pool: Pool } = knex.client;
  const known = new WeakSet<Connection>();
  pool.on('acquireSuccess', (_, connection) => {
    if (!known.has(connection)) limit(connection, forMs);
    known.add(connection);
    connection.connection.stream.setTimeout(forMs);
  });
  pool.on('release', ({ connection }) => connection.stream.setTimeout(0));
}

function limit(connection: Connection, forMs: number) {
  const { stream } = connection.connection;
  stream.on('timeout', () =>
    stream.destroy(
      new Error(`Connection terminated: it was silent for ${forMs} ms`),
    ),
  );
  const told = connection.query(
    `set idle_in_transaction_session_timeout = ${forMs}`,
  );
  // Whoever has asked for the connection finds out by what they ask.
  told.catch(() => {});
}
