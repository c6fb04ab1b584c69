import type { Knex } from 'knex';

/** Rows of tables as SQLite has them, by the tables' names. */
export interface RecordedTables {
  readonly [table: string]: readonly { readonly [column: string]: unknown }[];
}

/** Tables of what is alive: a process that has died has nothing there. */
const OF_THE_LIVING = ['workers', 'duties'];

/** The engine's tables that are not empty, and the last of the migrations that made them. @param knex - of SQLite */
export async function rowsOfTables(
  knex: Knex,
): Promise<{ readonly migration: string; readonly tables: RecordedTables }> {
  const names: string[] = await knex('sqlite_master')
    .where({ type: 'table' })
    .whereNot('name', 'like', 'sqlite_%')
    .orderBy('rowid')
    .pluck('name');
  const isMigrations = (name: string) => /migrations(_lock)?$/.test(name);
  const [migrations] = names.filter(isMigrations);
  const tables: { [table: string]: RecordedTables[string] } = {};
  for (const name of names) {
    if (isMigrations(name) || OF_THE_LIVING.includes(name)) continue;
    const rows = await knex(name).select('*');
    if (rows.length > 0) tables[name] = rows;
  }
  const { name: migration } = await knex(migrations)
    .orderBy('id', 'desc')
    .first('name');
  return { migration, tables };
}
