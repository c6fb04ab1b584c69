import type { Knex } from 'knex';
import { isSqlite } from './workerLeases';

/**
 * Makes SQLite keep what it has committed through a power cut, at the cost of one `fsync` a commit.
 *
 * The write-ahead log is a property of the file, `synchronous` one of the connection; the pool for SQLite holds a single one.
 * Postgres does so by itself.
 */
export async function makeDurable(knex: Knex): Promise<void> {
  if (!isSqlite(knex)) return;
  await knex.raw('pragma journal_mode = wal');
  await knex.raw('pragma synchronous = full');
}
