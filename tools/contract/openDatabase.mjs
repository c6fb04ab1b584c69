import { Failure } from '../lib/Failure.mjs';
import { postgresPrograms, startPostgres } from '../lib/postgres.mjs';

const openers = { sqlite: openSqlite, postgres: openPostgres };

/**
 * An empty database for a server under test, gone when closed.
 *
 * @param {string} name `sqlite` or `postgres`
 * @returns {Promise<{database?: object, close: () => Promise<void>}>} with `database` as `backend.database` of the configuration
 */
export async function openDatabase(name) {
  const open = Object.hasOwn(openers, name) ? openers[name] : undefined;
  if (open) return open();
  const known = Object.keys(openers).join(' or ');
  throw new Failure(`--database must be ${known}, not "${name}"`);
}

/** The server makes a file of its own when it is told of no database. */
async function openSqlite() {
  return { close: async () => {} };
}

async function openPostgres() {
  const programs = postgresPrograms();
  if (!programs) {
    throw new Failure('there is no Postgres: apt-get install postgresql');
  }
  const { url, stop } = await startPostgres(programs);
  return { database: { client: 'pg', connection: url }, close: stop };
}
