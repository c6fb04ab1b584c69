import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { migrate } from '../store/knex/migrate';

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    'POSTGRES_14',
    'POSTGRES_15',
    'POSTGRES_16',
    'POSTGRES_17',
    'POSTGRES_18',
  ],
});

/** The databases that this machine has: SQLite always, Postgres when its address is in the environment. */
export const databaseIds: readonly TestDatabaseId[] = databases
  .eachSupportedId()
  .map(([id]) => id);

/** A database without any tables. */
export function emptyDatabase(id: TestDatabaseId) {
  return databases.init(id);
}

/** An empty database with the engine's tables. */
export async function migratedDatabase(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await migrate(knex);
  return knex;
}
