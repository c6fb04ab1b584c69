/**
 * Lets all logs be read as one, in an order in which nothing comes late.
 *
 * A sequence does not do on Postgres: its numbers are given before the commit, so a reader that has seen 7 may miss a 5 that is
 * committed later. There each entry names its transaction; what is below the oldest transaction still open is complete. SQLite has
 * one writer: the order of its rows is that of the commits.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (knex.client.dialect === 'sqlite3') {
    await rebuildOnSqlite(knex, 'position integer primary key autoincrement,');
  } else {
    await knex.raw(
      'alter table log add column tx xid8 not null default pg_current_xact_id()',
    );
    await knex.raw('create index log_by_tx on log (tx)');
  }
  await knex.raw(
    'create index instances_by_end on instances (ended_at) where ended_at is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index instances_by_end');
  if (knex.client.dialect === 'sqlite3') {
    await rebuildOnSqlite(knex, '');
  } else {
    await knex.raw('alter table log drop column tx');
  }
};

/**
 * SQLite cannot add a primary key.
 *
 * @param {import('knex').Knex} knex
 * @param {string} position
 */
async function rebuildOnSqlite(knex, position) {
  const columns = 'instance_id, seq, type, task_key, time, actor, data';
  await knex.raw(`create table rebuilt_log (
    ${position}
    instance_id varchar(255) not null,
    seq integer not null,
    type varchar(40) not null,
    task_key text,
    time bigint not null,
    actor text,
    data text not null,
    ${position ? 'unique' : 'primary key'} (instance_id, seq)
  )`);
  await knex.raw(
    `insert into rebuilt_log (${columns}) select ${columns} from log order by rowid`,
  );
  await knex.raw('drop table log');
  await knex.raw('alter table rebuilt_log rename to log');
}
