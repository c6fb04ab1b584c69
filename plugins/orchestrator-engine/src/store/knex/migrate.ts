import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Knex } from 'knex';
import { EngineError } from '../../EngineError';
import { isSqlite } from './operations/workerLeases';
import { refuseWrites } from './refuseWrites';
import { reportingUnavailable } from './reportingUnavailable';
import type { WorkerRow } from './tables';

/** The table in which the engine's migrations are noted, apart from those of others in the same database. */
const MIGRATIONS_TABLE = 'orchestrator_migrations';

/** This package: it is laid out otherwise once it is built. */
const PACKAGE = '@stagecraft/backstage-plugin-orchestrator-engine';

/**
 * Brings the engine's tables up to date. Safe to call from several processes at once.
 *
 * knex has a lock of its own, which is a row: a process that is killed leaves it locked, and two that begin on an empty database make
 * two rows of it, which nobody can ever lock. So whoever migrates holds a lock of Postgres, which ends with its connection; SQLite has
 * one process. What is found locked then was left by the dead.
 *
 * All of it is one transaction, and needs one connection.
 *
 * When there was something to do, all workers are declared dead: those of an earlier version cannot begin again, see `requireKnown`.
 * That comes after the transaction: a commit of theirs that waited for it would hold tables that the migrations need.
 *
 * @public
 */
export async function migrate(knex: Knex): Promise<void> {
  const isChanged = await knex.transaction(async tx => {
    const key = MIGRATIONS_TABLE;
    if (!isSqlite(knex)) {
      await tx.raw('select pg_advisory_xact_lock(hashtext(?))', [key]);
    }
    return migrateAlone(tx);
  });
  if (isChanged) await knex<WorkerRow>('workers').update({ is_alive: false });
}

/** @returns whether there was something to do */
async function migrateAlone(tx: Knex.Transaction): Promise<boolean> {
  const [, pending]: [unknown, unknown[]] = await tx.migrate.list(migrations());
  if (pending.length === 0) return false;
  await tx.migrate.forceFreeMigrationsLock(migrations());
  await tx.migrate.latest(migrations());
  return true;
}

/**
 * That this process knows all of the tables: it does not when a newer version has migrated them. Then it can only read them, until it
 * is asked again and that is over.
 *
 * @throws {@link EngineError} `STORE_UNAVAILABLE`
 *
 * @public
 */
export async function requireKnown(knex: Knex): Promise<void> {
  const known = await readdir(migrations().directory);
  const applied = await reportingUnavailable(() =>
    knex<{ name: string }>(MIGRATIONS_TABLE).select('name'),
  );
  const unknown = applied.find(({ name }) => !known.includes(name));
  refuseWrites(knex, unknown !== undefined);
  if (unknown === undefined) return;
  throw new EngineError(
    'STORE_UNAVAILABLE',
    `A newer version has migrated the database (${unknown.name}): replace this process by one of that version`,
  );
}

/** Takes all migrations back, with all that the tables they made hold. @internal */
export async function migrateDown(knex: Knex): Promise<void> {
  await knex.migrate.rollback(migrations(), true);
}

/** Brings the tables to where `migration` (a file's name) and those before it leave them. @internal */
export async function migrateTo(knex: Knex, migration: string): Promise<void> {
  for (;;) {
    const [applied]: [{ name: string }[]] = await knex.migrate.list(
      migrations(),
    );
    if (applied.some(({ name }) => name === migration)) return;
    await knex.migrate.up(migrations());
  }
}

function migrations(): { directory: string; tableName: string } {
  const root = dirname(require.resolve(`${PACKAGE}/package.json`));
  return { directory: join(root, 'migrations'), tableName: MIGRATIONS_TABLE };
}
