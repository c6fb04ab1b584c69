import type { Knex } from 'knex';
import { WorkerFencedError } from '../../InstanceStore';
import type { CommitRows } from './commitRows';

/** Ids of the instances whose rows a commit has written. */
export interface WrittenIds {
  readonly advanced: ReadonlySet<string>;
  readonly created: ReadonlySet<string>;
}

/**
 * Commits steps and new instances by one statement: one round trip, one transaction (L1, R2).
 *
 * The worker's row is read `for share`, so that nobody can declare it dead before the commit, and before any row is written:
 * the update and the inserts need what it gives. Rows are found by the primary key of `instances`; one that has another owner or
 * another `seq` is left out, and with it whatever else belongs to its step. A new instance that meets `instances_idempotency`
 * or its own id is left out likewise.
 *
 * @param workerId - `undefined`: nothing is owned, so nobody needs to be alive
 * @throws {@link WorkerFencedError} the worker is dead; nothing is written
 */
export async function commitOnPostgres(
  knex: Knex,
  workerId: string | undefined,
  rows: CommitRows,
): Promise<WrittenIds> {
  const { sql, bindings } = statementOf(workerId, rows);
  const result = await knex.raw<{ rows: ResultRow[] }>(sql, bindings);
  const [{ is_alive, advanced, created }] = result.rows;
  if (!is_alive) {
    throw new WorkerFencedError(`Worker ${workerId} has lost its lease`);
  }
  return { advanced: new Set(advanced), created: new Set(created) };
}

interface ResultRow {
  readonly is_alive: boolean;
  readonly advanced: readonly string[];
  readonly created: readonly string[];
}

/** A part of the statement, named by what it gives; each `?` of it takes the next binding. */
interface Part {
  readonly sql: string;
  readonly bindings: readonly (string | null)[];
}

/** Parts that would write nothing are left out: they cost planning. */
function statementOf(workerId: string | undefined, rows: CommitRows) {
  const parts: Part[] = [
    workerId === undefined
      ? part('alive as (select null::text as id)')
      : part(ALIVE, workerId),
    rows.steps.length > 0
      ? part(ADVANCED, JSON.stringify(rows.steps))
      : part(NOTHING_ADVANCED),
    rows.created.length > 0
      ? part(CREATED, JSON.stringify(rows.created))
      : part(NOTHING_CREATED),
    part(WRITTEN),
    part(LOGGED, JSON.stringify(rows.log)),
    ...partIf(PAYLOADS, rows.payloads),
    ...partIf(SIGNALS_TAKEN, rows.takenSignals),
    ...(rows.steps.some(({ ended_at }) => ended_at !== null)
      ? [part(SIGNALS_OF_ENDED)]
      : []),
  ];
  return {
    sql: `with ${parts.map(({ sql }) => sql).join(',\n')}\n${RESULT}`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

function part(sql: string, ...bindings: (string | null)[]): Part {
  return { sql, bindings };
}

function partIf(sql: string, rows: readonly unknown[]): Part[] {
  return rows.length > 0 ? [part(sql, JSON.stringify(rows))] : [];
}

const ALIVE = `alive as materialized (
  select id from workers where id = ? and is_alive for share
)`;

/**
 * Nothing wakes an instance that has ended, and signals that came too late go with it. One that is given up while a signal waits
 * for it is due at once: the count stands in the same row.
 */
const ADVANCED = `step as materialized (
  select * from json_to_recordset(?::json) as step (
    id text, after_seq int, seq int, status text, because text, output text, error text,
    started_at bigint, ended_at bigint, wake_at bigint, taken_signals int, is_released boolean
  )
),
advanced as (
  update instances set
    seq = step.seq,
    status = step.status,
    because = step.because,
    output = step.output,
    error = step.error,
    started_at = step.started_at,
    ended_at = step.ended_at,
    wake_at = case
      when step.ended_at is not null then null
      when step.is_released and instances.open_signals > step.taken_signals then 0
      else step.wake_at
    end,
    open_signals = case
      when step.ended_at is null then instances.open_signals - step.taken_signals
      else 0
    end,
    owner = case when step.is_released then null else instances.owner end
  from step
  where instances.id = step.id
    and instances.id = any (array(select id from step))
    and instances.owner = (select id from alive)
    and instances.seq = step.after_seq
  returning instances.id, instances.ended_at
)`;

const NOTHING_ADVANCED = `advanced as (
  select null::text as id, null::bigint as ended_at where false
)`;

const CREATED = `created as (
  insert into instances
  select new.* from json_populate_recordset(null::instances, ?::json) as new
  where exists (select from alive)
  on conflict do nothing
  returning id
)`;

const NOTHING_CREATED = 'created as (select null::text as id where false)';

const WRITTEN = `written as materialized (
  select id from advanced union all select id from created
)`;

const LOGGED = `logged as (
  insert into log
  select entry.* from json_populate_recordset(null::log, ?::json) as entry
  where entry.instance_id in (select id from written)
)`;

const PAYLOADS = `stored as (
  insert into payloads
  select payload.* from json_populate_recordset(null::payloads, ?::json) as payload
  where payload.instance_id in (select id from written)
  on conflict do nothing
)`;

const SIGNALS_TAKEN = `taken as (
  delete from signals
  using json_to_recordset(?::json) as answered (id text, instance_id text)
  where signals.id = answered.id
    and answered.instance_id in (select id from advanced)
)`;

const SIGNALS_OF_ENDED = `too_late as (
  delete from signals
  where instance_id = any (array(select id from advanced where ended_at is not null))
)`;

const RESULT = `select
  exists (select from alive) as is_alive,
  array(select id::text from advanced) as advanced,
  array(select id::text from created) as created`;
