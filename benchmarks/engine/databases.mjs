import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const createKnex = require('knex');

/** A new database on the server. @param {{url: string}} server @param {string} name */
export async function createPostgresDatabase({ url }, name) {
  const knex = createKnex({ client: 'pg', connection: `${url}/postgres` });
  try {
    await knex.raw('create database ??', [name]);
  } finally {
    await knex.destroy();
  }
  return { kind: 'postgres', url: `${url}/${name}` };
}

/** A new SQLite file; gone when this process ends. */
export function createSqliteDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sqlite-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { kind: 'sqlite', file: join(folder, 'benchmark.sqlite') };
}
