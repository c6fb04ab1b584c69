import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const createKnex = require('knex');

/**
 * A pool for the SQLite file or the Postgres database.
 *
 * @param {{kind: 'sqlite', file: string} | {kind: 'postgres', url: string}} database
 */
export function openDatabase(database) {
  return database.kind === 'sqlite'
    ? createKnex({
        client: 'better-sqlite3',
        connection: { filename: database.file },
        useNullAsDefault: true,
      })
    : createKnex({ client: 'pg', connection: database.url });
}
