import { dirname, join } from 'node:path';
import type { Knex } from 'knex';

/** The table in which the engine's migrations are noted, apart from those of others in the same database. */
const MIGRATIONS_TABLE = 'orchestrator_migrations';

/** This package: it is laid out otherwise once it is built. */
const PACKAGE = '@stagecraft/backstage-plugin-orchestrator-engine';

/**
 * Brings the engine's tables up to date. Safe to call from several processes at once.
 *
 * The lock is taken only when there is something to do: it is a row, which a process that is killed while it holds it leaves locked.
 *
 * @public
 */
export async function migrate(knex: Knex): Promise<void> {
  const [, pending]: [unknown, unknown[]] = await knex.migrate.list(
    migrations(),
  );
  if (pending.length > 0) await knex.migrate.latest(migrations());
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

function migrations(): Knex.MigratorConfig {
  const root = dirname(require.resolve(`${PACKAGE}/package.json`));
  return { directory: join(root, 'migrations'), tableName: MIGRATIONS_TABLE };
}
