import { openDatabase } from './openDatabase.mjs';

/** Steps of each, of an entry; enough for them to be the largest table, as they are. */
const stepsEach = 4;

/** What the row of an instance says besides its times. */
const finished = `
    case when n.value % 10 = 0 then 'failed' else 'completed' end,
    '{"value":{"ok":true}}', n.value * 1000 + 500, null`;

/** Until the year 2100. */
const waiting = `'waiting', null, null, 4102444800000 + n.value`;

/**
 * Fills the tables of the engine with instances that ended one second after the other, by bulk statements.
 *
 * @param {Parameters<typeof openDatabase>[0]} database
 * @param {number} count
 */
export function addFinishedInstances(database, count) {
  return addInstances(database, count, finished);
}

/** The same with instances that wait for a timer. */
export function addWaitingInstances(database, count) {
  return addInstances(database, count, waiting);
}

async function addInstances(database, count, state) {
  const knex = openDatabase(database);
  const isSqlite = database.kind === 'sqlite';
  try {
    await knex.raw(instances(isSqlite, state), [count]);
    await knex.raw(steps(isSqlite), [count, stepsEach]);
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

const instances = (isSqlite, state) => `
  insert into instances (
    id, workflow_id, workflow_version, definition_hash, behaviour_version, epoch, seq,
    input, initiator, created_at, started_at, open_signals, status, output, ended_at, wake_at
  )
  select ${id(
    isSqlite,
    'n.value',
  )}, 'finished-' || (n.value % 20), '1.0.0', 'hash', 1, 'e', ${stepsEach},
    '{"value":{}}', 'user:default/ada', n.value * 1000, n.value * 1000, 0, ${state}
  from ${numbers(isSqlite, 'n')}`;

const steps = isSqlite => `
  insert into steps (instance_id, first_seq, last_seq, time, entries)
  select ${id(isSqlite, 'n.value')}, s.value, s.value, n.value * 1000,
    '[{"type":"task.completed","taskKey":"/do/0/step","time":' || (n.value * 1000)
      || ',"data":{"output":{"value":{"ok":true}},"durationMs":3}}]'
  from ${numbers(isSqlite, 'n')} cross join ${numbers(isSqlite, 's')}`;
