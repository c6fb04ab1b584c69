import { postgresPrograms, startPostgres } from './postgres.mjs';

/** What the suites ask for under the id `POSTGRES_15`, whichever version the server really has. */
const suitesVariable = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const anyVariable = /^BACKSTAGE_TEST_DATABASE_POSTGRES\d+_CONNECTION_STRING$/;

/**
 * The databases that tests run on: SQLite always; Postgres from the environment, else a private one when the machine has
 * its programs.
 *
 * @returns {Promise<{env: Record<string, string>, description: string, stop: () => Promise<void>}>}
 */
export async function provideTestDatabases() {
  const given = Object.keys(process.env).find(name => anyVariable.test(name));
  if (given) return withPostgres(process.env[given], `Postgres of ${given}`);
  const programs = postgresPrograms();
  if (!programs) return sqliteOnly();
  const server = await startPostgres(programs);
  return withPostgres(
    server.url,
    `private Postgres of ${programs}`,
    server.stop,
  );
}

function withPostgres(url, name, stop = async () => {}) {
  return {
    env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1', [suitesVariable]: url },
    description: `SQLite, ${name}`,
    stop,
  };
}

function sqliteOnly() {
  return {
    env: { BACKSTAGE_TEST_DISABLE_DOCKER: '1' },
    description: `SQLite only
Postgres was NOT tested: install it (apt-get install postgresql), or set ${suitesVariable}`,
    stop: async () => {},
  };
}
