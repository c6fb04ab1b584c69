// The ceiling: a row of each instance and rows of its steps, written together by one fenced transaction at a time; no interpreter,
// no log for people.
import { randomUUID } from 'node:crypto';
import { openDatabase } from '../openDatabase.mjs';
import { stepCount, stepResult } from '../workload.mjs';

const workerId = 'worker';

/** @param {{database: Parameters<typeof openDatabase>[0]}} options */
export async function open({ database }) {
  const knex = openDatabase(database);
  await createTables(knex, database.kind);
  const journal = new BareJournal(knex, database.kind);
  return {
    async runOne() {
      const id = randomUUID();
      await journal.write({ instance_id: id, step: 0, output: '{}' });
      for (let step = 1; step <= stepCount; step += 1) {
        const output = JSON.stringify(stepResult);
        await journal.write({ instance_id: id, step, output });
      }
    },
    close: () => knex.destroy(),
  };
}

class BareJournal {
  #knex;
  #isSqlite;
  #waiting = [];
  #isFlushing = false;

  constructor(knex, kind) {
    this.#knex = knex;
    this.#isSqlite = kind === 'sqlite';
  }

  write(row) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      if (!this.#isFlushing) void this.#flush();
    });
  }

  async #flush() {
    this.#isFlushing = true;
    for (;;) {
      await new Promise(resolve => setImmediate(resolve));
      const batch = this.#waiting.splice(0);
      if (batch.length === 0) break;
      try {
        await this.#commit(batch.map(({ row }) => row));
        batch.forEach(({ resolve }) => resolve());
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    this.#isFlushing = false;
  }

  async #commit(rows) {
    const begun = rows.filter(({ step }) => step === 0);
    const ended = rows.filter(({ step }) => step === stepCount);
    const endedIds = ended.map(({ instance_id: id }) => id);
    if (!this.#isSqlite) {
      const json = JSON.stringify(rows);
      await this.#knex.raw(statement, [workerId, json, json, endedIds]);
      return;
    }
    await this.#knex.transaction(async tx => {
      await tx('bare_workers').where({ id: workerId, is_alive: true });
      await tx('bare_steps').insert(rows);
      if (begun.length > 0) {
        await tx('bare_instances').insert(
          begun.map(({ instance_id: id }) => ({ id, status: 'running' })),
        );
      }
      if (ended.length > 0) {
        await tx('bare_instances')
          .whereIn('id', endedIds)
          .update({ status: 'completed' });
      }
    });
  }
}

const statement = `with alive as materialized (
  select id from bare_workers where id = ? and is_alive for share
),
steps as (
  insert into bare_steps select * from json_populate_recordset(null::bare_steps, ?::json)
  where exists (select from alive)
),
begun as (
  insert into bare_instances select instance_id, 'running'
  from json_populate_recordset(null::bare_steps, ?::json)
  where step = 0 and exists (select from alive)
)
update bare_instances set status = 'completed'
where id = any (?) and exists (select from alive)`;

async function createTables(knex, kind) {
  if (kind === 'sqlite') {
    await knex.raw('pragma journal_mode = wal');
    await knex.raw('pragma synchronous = full');
  }
  await knex.schema.createTable('bare_workers', table => {
    table.string('id').primary();
    table.boolean('is_alive').notNullable();
  });
  await knex('bare_workers').insert({ id: workerId, is_alive: true });
  await knex.schema.createTable('bare_instances', table => {
    table.string('id').primary();
    table.string('status').notNullable();
  });
  await knex.schema.createTable('bare_steps', table => {
    table.string('instance_id').notNullable();
    table.integer('step').notNullable();
    table.text('output').notNullable();
    table.primary(['instance_id', 'step']);
  });
}
