import { randomBytes } from 'node:crypto';
import createKnex from 'knex';
import { provideTestDatabases } from '../../lib/testDatabases.mjs';
import { migrate } from './engine.mjs';

const postgresVariable =
  /^BACKSTAGE_TEST_DATABASE_POSTGRES\d+_CONNECTION_STRING$/;

/**
 * Databases of the engine: SQLite, and Postgres when there is one.
 *
 * @returns {Promise<{databases: Database[], description: string, close: () => Promise<void>}>}
 */
export async function openDatabases() {
  const { env, description, stop } = await provideTestDatabases();
  const url = Object.keys(env).find(name => postgresVariable.test(name));
  const databases = [await openSqlite()];
  if (url) databases.push(await openPostgres(env[url]));
  const close = async () => {
    for (const database of databases) await database.close();
    await stop();
  };
  return { databases, description, close };
}

async function openSqlite() {
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  await migrate(knex);
  const tables = await knex('sqlite_master')
    .where({ type: 'table' })
    .pluck('name');
  return new Database('SQLite', knex, tables);
}

async function openPostgres(url) {
  const name = `conformance_${randomBytes(6).toString('hex')}`;
  const server = createKnex({
    client: 'pg',
    connection: url,
    pool: { min: 0, max: 1 },
  });
  await server.raw('create database ??', [name]);
  const connection = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const knex = createKnex({
    client: 'pg',
    connection,
    pool: { min: 0, max: 10 },
  });
  await migrate(knex);
  const tables = await knex('pg_tables')
    .where({ schemaname: 'public' })
    .pluck('tablename');
  return new Database('Postgres', knex, tables, async () => {
    await server.raw('drop database ?? with (force)', [name]);
    await server.destroy();
  });
}

/** A database with the engine's tables that can be emptied. */
export class Database {
  #tables;
  #drop;

  constructor(name, knex, tables, drop = async () => {}) {
    this.name = name;
    this.knex = knex;
    this.#tables = tables.filter(
      table =>
        !table.startsWith('sqlite_') && !table.includes('knex_migrations'),
    );
    this.#drop = drop;
  }

  async empty() {
    for (const table of this.#tables) await this.knex(table).delete();
  }

  /** When the first instance that nobody runs, or the first schedule, is due, milliseconds since the epoch. */
  async nextDueAt() {
    const [{ at: wakeAt }] = await this.knex('instances')
      .whereNull('ended_at')
      .whereNull('owner')
      .min({ at: 'wake_at' });
    const [{ at: nextAt }] = await this.knex('schedules').min({
      at: 'next_at',
    });
    const known = [wakeAt, nextAt].filter(at => at !== null).map(Number);
    return known.length > 0 ? Math.min(...known) : undefined;
  }

  async close() {
    await this.knex.destroy();
    await this.#drop();
  }
}
