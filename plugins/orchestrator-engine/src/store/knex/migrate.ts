import { resolve } from 'node:path';
import type { Knex } from 'knex';

/** The table in which the engine's migrations are noted, apart from those of others in the same database. */
const MIGRATIONS_TABLE = 'orchestrator_migrations';

/** Brings the engine's tables up to date. Safe to call from several processes at once. @public */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolve(__dirname, '../../../migrations'),
    tableName: MIGRATIONS_TABLE,
  });
}
