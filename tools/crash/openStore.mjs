import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../lib/Failure.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { postgresPrograms, startPostgres } from '../lib/postgres.mjs';

const openers = { sqlite: openSqlite, postgres: openPostgres };

/**
 * An empty database for a portal, gone when closed.
 *
 * @param {string} name `sqlite` or `postgres`
 */
export async function openStore(name) {
  const open = Object.hasOwn(openers, name) ? openers[name] : undefined;
  if (open) return open();
  const known = Object.keys(openers).join(' or ');
  throw new Failure(`--database must be ${known}, not "${name}"`);
}

async function openSqlite() {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-crash-'));
  return {
    portalOptions: { dataDir },
    close: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function openPostgres() {
  const programs = postgresPrograms();
  if (!programs) {
    throw new Failure('there is no Postgres: apt-get install postgresql');
  }
  const { port, stop } = await startPostgres(programs);
  return {
    portalOptions: {
      configs: ['app-config.yaml', 'app-config.postgres.yaml'].map(file =>
        fromRoot(file),
      ),
      env: { PGHOST: '127.0.0.1', PGPORT: `${port}`, PGDATABASE: 'postgres' },
    },
    close: stop,
  };
}
