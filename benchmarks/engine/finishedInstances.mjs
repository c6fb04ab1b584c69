import { openDatabase } from './openDatabase.mjs';

/** Entries of each; enough for the log to be the largest table, as it is. */
const entriesEach = 4;

/**
 * Fills the tables of the engine with instances that ended one second after the other, by bulk statements.
 *
 * @param {Parameters<typeof openDatabase>[0]} database
 * @param {number} count
 */
export async function addFinishedInstances(database, count) {
  const knex = openDatabase(database);
  const isSqlite = database.kind === 'sqlite';
  try {
    await knex.raw(instances(isSqlite), [count]);
    await knex.raw(entries(isSqlite), [count, entriesEach]);
    await knex.raw('analyze');
    if (!isSqlite) await knex.raw('checkpoint');
  } finally {
    await knex.destroy();
  }
}

const numbers = (isSqlite, name) =>
  isSqlite
    ? `(with recursive n(value) as (select 1 union all select value + 1 from n where value < ?) select value from n) as ${name}`
    : `(select generate_series(1, ?::int) as value) as ${name}`;

/** Id of the instance of this number. @param {number} number from 1 */
export function finishedId(number) {
  const hex = number.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Ids as the engine makes them, of an earlier time. */
const id = (isSqlite, number) => {
  const hex = isSqlite
    ? `printf('%012x', ${number})`
    : `lpad(to_hex(${number}), 12, '0')`;
  return `substr(${hex}, 1, 8) || '-' || substr(${hex}, 9, 4) || '-7000-8000-000000000000'`;
};

const instances = isSqlite => `
  insert into instances (
    id, workflow_id, workflow_version, definition_hash, behaviour_version, epoch, seq, status,
    input, output, initiator, created_at, started_at, ended_at, open_signals
  )
  select ${id(
    isSqlite,
    'n.value',
  )}, 'finished-' || (n.value % 20), '1.0.0', 'hash', 1, 'e', ${entriesEach},
    case when n.value % 10 = 0 then 'failed' else 'completed' end,
    '{"value":{}}', '{"value":{"ok":true}}', 'user:default/ada',
    n.value * 1000, n.value * 1000, n.value * 1000 + 500, 0
  from ${numbers(isSqlite, 'n')}`;

const entries = isSqlite => `
  insert into log (instance_id, seq, type, task_key, time, data)
  select ${id(
    isSqlite,
    'n.value',
  )}, e.value, 'task.completed', '/do/0/step', n.value * 1000,
    '{"output":{"value":{"ok":true}},"durationMs":3}'
  from ${numbers(isSqlite, 'n')} cross join ${numbers(isSqlite, 'e')}`;
