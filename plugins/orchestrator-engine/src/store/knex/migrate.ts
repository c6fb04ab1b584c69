import { dirname, join } from 'node:path';
import type { Knex } from 'knex';

/** The table in which the engine's migrations are noted, apart from those of others in the same database. */
const MIGRATIONS_TABLE = 'orchestrator_migrations';

/** This package: it is laid out otherwise once it is built. */
const PACKAGE = '@stagecraft/backstage-plugin-orchestrator-engine';

/** Brings the engine's tables up to date. Safe to call from several processes at once. @public */
export async function migrate(knex: Knex): Promise<void> {
  const root = dirname(require.resolve(`${PACKAGE}/package.json`));
  await knex.migrate.latest({
    directory: join(root, 'migrations'),
    tableName: MIGRATIONS_TABLE,
  });
}
