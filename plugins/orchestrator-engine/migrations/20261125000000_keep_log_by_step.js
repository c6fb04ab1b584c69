/**
 * Keeps the log by step: a row for all that is committed together, instead of one for each entry. `log` shows the entries, one by
 * one, as before.
 *
 * Each entry that is there already becomes a step of its own and keeps its place in the feed, so that readers find their cursors.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await (isSqlite(knex) ? upOnSqlite(knex) : upOnPostgres(knex));
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await (isSqlite(knex) ? downOnSqlite(knex) : downOnPostgres(knex));
};

/** @param {import('knex').Knex} knex */
function isSqlite(knex) {
  return knex.client.dialect === 'sqlite3';
}

const COLUMNS = 'instance_id, seq, type, task_key, time, actor, data';

/** @param {import('knex').Knex} knex */
async function upOnPostgres(knex) {
  await knex.raw(`create table steps (
    instance_id varchar(255) not null,
    first_seq integer not null,
    last_seq integer not null,
    time bigint not null,
    entries text not null,
    tx xid8 not null default pg_current_xact_id(),
    primary key (instance_id, last_seq)
  )`);
  await knex.raw(
    `comment on table steps is 'The log of each instance: what was committed together'`,
  );
  await knex.raw(`comment on column steps.time is 'Of the last entry'`);
  await knex.raw(
    `comment on column steps.entries is 'JSON list, the first one is number first_seq'`,
  );
  await knex.raw(`insert into steps (instance_id, first_seq, last_seq, time, entries, tx)
    select instance_id, seq, seq, time,
      '[{"type":' || to_json(type)
        || coalesce(',"taskKey":' || to_json(task_key), '')
        || ',"time":' || time
        || coalesce(',"actor":' || actor, '')
        || ',"data":' || data || '}]',
      tx
    from log`);
  await knex.raw('create index steps_by_tx on steps (tx)');
  await knex.raw('drop table log');
  await knex.raw(`create view log as
    select instance_id,
      first_seq + place::int - 1 as seq,
      entry ->> 'type' as type,
      entry ->> 'taskKey' as task_key,
      (entry ->> 'time')::bigint as time,
      (entry -> 'actor')::text as actor,
      (entry -> 'data')::text as data,
      tx
    from steps, json_array_elements(entries::json) with ordinality as listed (entry, place)`);
}

/** @param {import('knex').Knex} knex */
async function downOnPostgres(knex) {
  await knex.raw(`create table rebuilt_log (
    instance_id varchar(255) not null,
    seq integer not null,
    type varchar(40) not null,
    task_key text,
    time bigint not null,
    actor text,
    data text not null,
    tx xid8 not null default pg_current_xact_id(),
    primary key (instance_id, seq)
  )`);
  await knex.raw(
    `insert into rebuilt_log (${COLUMNS}, tx) select ${COLUMNS}, tx from log`,
  );
  await knex.raw('drop view log');
  await knex.raw('drop table steps');
  await knex.raw('alter table rebuilt_log rename to log');
  await knex.raw('alter index rebuilt_log_pkey rename to log_pkey');
  await knex.raw('create index log_by_tx on log (tx)');
}

/** @param {import('knex').Knex} knex */
async function upOnSqlite(knex) {
  await knex.raw(`create table steps (
    position integer primary key autoincrement,
    instance_id varchar(255) not null,
    first_seq integer not null,
    last_seq integer not null,
    time bigint not null,
    entries text not null,
    unique (instance_id, last_seq)
  )`);
  await knex.raw(
    `insert into sqlite_sequence (name, seq) select 'steps', seq from sqlite_sequence where name = 'log'`,
  );
  await knex.raw(`insert into steps (position, instance_id, first_seq, last_seq, time, entries)
    select position, instance_id, seq, seq, time,
      '[{"type":' || json_quote(type)
        || iif(task_key is null, '', ',"taskKey":' || json_quote(task_key))
        || ',"time":' || time
        || coalesce(',"actor":' || actor, '')
        || ',"data":' || data || '}]'
    from log order by position`);
  await knex.raw('drop table log');
  await knex.raw(`create view log as
    select position, instance_id,
      first_seq + listed.key as seq,
      listed.value ->> 'type' as type,
      listed.value ->> 'taskKey' as task_key,
      listed.value ->> 'time' as time,
      listed.value -> 'actor' as actor,
      listed.value -> 'data' as data
    from steps, json_each(entries) as listed`);
}

/** @param {import('knex').Knex} knex */
async function downOnSqlite(knex) {
  await knex.raw(`create table rebuilt_log (
    position integer primary key autoincrement,
    instance_id varchar(255) not null,
    seq integer not null,
    type varchar(40) not null,
    task_key text,
    time bigint not null,
    actor text,
    data text not null,
    unique (instance_id, seq)
  )`);
  await knex.raw(
    `insert into rebuilt_log (${COLUMNS}) select ${COLUMNS} from log order by position, seq`,
  );
  await knex.raw('drop view log');
  await knex.raw('drop table steps');
  await knex.raw('alter table rebuilt_log rename to log');
}
