import type { Knex } from 'knex';
import { DROPPED_TOKENS, WorkerFencedError } from '../../InstanceStore';
import { runPrepared } from '../postgresStatements';
import { approvalParts } from './commitApprovals';
import type { CommitRows, WrittenIds } from './commitRows';
import { selectIfCurrent } from './currentVersion';
import { waitParts } from './commitWaits';

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
  const [{ is_alive, ...written }] = await runPrepared<ResultRow>(
    knex,
    sql,
    bindings,
  );
  if (!is_alive) {
    throw new WorkerFencedError(`Worker ${workerId} has lost its lease`);
  }
  const advanced = written.advanced ?? rows.advances.map(({ id }) => id);
  const created = written.created ?? rows.created.map(({ id }) => id);
  return { advanced: new Set(advanced), created: new Set(created) };
}

/** Ids of the rows that were written; null when all of them were, as nearly always. */
interface ResultRow {
  readonly is_alive: boolean;
  readonly advanced: readonly string[] | null;
  readonly created: readonly string[] | null;
}

/** A part of the statement, named by what it gives; its `?` takes the binding. */
interface Part {
  readonly sql: string;
  readonly binding?: string;
}

/** Parts that would write nothing are left out, but for those that most commits need: each text is a statement to prepare. */
function statementOf(workerId: string | undefined, rows: CommitRows) {
  const { advances, created, presumed, steps, payloads } = rows;
  const { takenSignals } = rows;
  const parts: readonly (Part | false)[] = [
    workerId === undefined
      ? { sql: NOBODY_NEEDED }
      : { sql: ALIVE, binding: workerId },
    advances.length > 0
      ? { sql: ADVANCED, binding: JSON.stringify(advances) }
      : { sql: NOTHING_ADVANCED },
    presumed.length > 0
      ? { sql: OUTDATED, binding: JSON.stringify(presumed) }
      : { sql: NOTHING_OUTDATED },
    created.length > 0
      ? inserting('created', 'instances', created)
      : { sql: NOTHING_CREATED },
    { sql: WRITTEN },
    steps.length > 0 && inserting('logged', 'steps', steps),
    payloads.length > 0 && inserting('stored', 'payloads', payloads),
    takenSignals.length > 0 && {
      sql: SIGNALS_TAKEN,
      binding: JSON.stringify(takenSignals),
    },
    advances.length > 0 && { sql: SIGNALS_OF_ENDED },
    ...waitParts(rows.waits),
    ...approvalParts(rows.approvals),
    rows.labels.length > 0 &&
      inserting('labelled', 'instance_labels', rows.labels),
  ];
  const used = parts.filter(part => part !== false);
  return {
    sql: `with ${used.map(({ sql }) => sql).join(',\n')}\n${RESULT}`,
    bindings: [
      ...used.flatMap(({ binding }) => binding ?? []),
      advances.length,
      created.length,
    ],
  };
}

const NOBODY_NEEDED = 'alive as (select null::text as id)';

const ALIVE = `alive as materialized (
  select id from workers where id = ? and is_alive for share
)`;

/**
 * Nothing wakes an instance that is over, and signals that came too late go with it. One that is given up while a signal waits
 * for it is due at once: the count stands in the same row.
 */
const ADVANCED = `step as materialized (
  select * from json_to_recordset(?::json) as step (
    id text, after_seq int, seq int, status text, because text, output text, error text,
    started_at bigint, ended_at bigint, wake_at bigint, taken_signals int, is_released boolean,
    is_over boolean, definition_hash text, workflow_version text, checkpoint_seq int
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
      when step.is_over then null
      when step.is_released and instances.open_signals > step.taken_signals then 0
      else step.wake_at
    end,
    open_signals = case
      when step.is_over then 0
      else instances.open_signals - step.taken_signals
    end,
    faults = 0,
    auth_tokens = case
      when step.ended_at is null or instances.auth_tokens is null then instances.auth_tokens
      else '${DROPPED_TOKENS}'
    end,
    checkpoint_seq = step.checkpoint_seq,
    definition_hash = coalesce(step.definition_hash, instances.definition_hash),
    workflow_version = coalesce(step.workflow_version, instances.workflow_version),
    owner = case when step.is_released then null else instances.owner end
  from step
  where instances.id = step.id
    and instances.id = any (array(select id from step))
    and coalesce(instances.owner, '') = (select id from alive)
    and instances.seq = step.after_seq
  returning instances.id, step.is_over
)`;

const NOTHING_ADVANCED = `advanced as (
  select null::text as id, false as is_over where false
)`;

/** Asked row by row, as its being a value makes sure: there may be many workflows. */
const OUTDATED = `outdated as materialized (
  select id from json_to_recordset(?::json) as presumed (id text, workflow_id text, hash text)
  where (${selectIfCurrent('presumed.workflow_id', 'presumed.hash')}) is null
)`;

const NOTHING_OUTDATED = 'outdated as (select null::text as id where false)';

const NOTHING_CREATED = 'created as (select null::text as id where false)';

const WRITTEN = `written as materialized (
  select id from advanced union all select id from created
)`;

/**
 * New instances where the worker lives, unless they presume what is not so; rows of other tables where those of their instances were written. A step that begins a log
 * is one of a new instance: an instance may go on in the same commit in which it is created once more, in vain.
 */
const INSERTED_IF = {
  instances: `exists (select from alive) and id not in (select id from outdated)
  on conflict do nothing returning id`,
  steps: `case when first_seq = 1
    then instance_id in (select id from created)
    else instance_id in (select id from advanced)
  end`,
  payloads: 'instance_id in (select id from written) on conflict do nothing',
  instance_labels: 'instance_id in (select id from created)',
};

function inserting(
  name: string,
  table: keyof typeof INSERTED_IF,
  rows: readonly object[],
): Part {
  const columns = Object.keys(rows[0])
    .map(column => `"${column}"`)
    .join(', ');
  const sql = `${name} as (
  insert into ${table} (${columns})
  select ${columns} from json_populate_recordset(null::${table}, ?::json)
  where ${INSERTED_IF[table]}
)`;
  return { sql, binding: JSON.stringify(rows) };
}

const SIGNALS_TAKEN = `taken as (
  delete from signals
  using json_to_recordset(?::json) as answered (id text, instance_id text)
  where signals.id = answered.id
    and answered.instance_id in (select id from advanced)
)`;

const SIGNALS_OF_ENDED = `too_late as (
  delete from signals
  where instance_id = any (array(select id from advanced where is_over))
)`;

const RESULT = `select
  exists (select from alive) as is_alive,
  case when (select count(*) from advanced) < ? then array(select id::text from advanced) end as advanced,
  case when (select count(*) from created) < ? then array(select id::text from created) end as created`;
