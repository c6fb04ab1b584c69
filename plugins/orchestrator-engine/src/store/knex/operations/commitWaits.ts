/** The part of a commit that says who waits for which events, and tells others that an instance has ended. */
import type { NewAwait } from '../../EventStore';
import type { Append } from '../../InstanceStore';
import { signalRow } from '../rows';
import type { Prepare } from '../sqliteConnection';
import type { AwaitRow, AwaitShapeRow, SignalRow } from '../tables';

/** A listener of a step that is settled or given up; without `effect_id`, all of its instance. */
interface EndedAwaitRow {
  owner_id: string;
  effect_id: string | null;
}

/** A signal to another instance, written when the step of its sender is. */
interface SentSignalRow extends SignalRow {
  sender_id: string;
}

/** Rows that come of what steps wait for; all empty for most commits. */
export interface WaitRows {
  readonly shapes: readonly AwaitShapeRow[];
  readonly awaits: readonly AwaitRow[];
  readonly endedAwaits: readonly EndedAwaitRow[];
  readonly sent: readonly SentSignalRow[];
}

/** The rows of some steps. */
export function waitRowsOf(steps: readonly Append[]): WaitRows {
  const awaits = steps.flatMap(step => step.awaits ?? []);
  return {
    shapes: awaits.map(({ shape }) => ({ id: shape.id, shape: shape.text })),
    awaits: steps.flatMap(({ instanceId, awaits: announced = [] }) =>
      announced.map(one => awaitRow(instanceId, one)),
    ),
    endedAwaits: steps.flatMap(endedRows),
    sent: steps.flatMap(({ instanceId, signals = [] }) =>
      signals.map(signal => ({
        ...signalRow(signal),
        is_announced: false,
        sender_id: instanceId,
      })),
    ),
  };
}

/** The row of what an instance or a schedule waits for from now on. */
export function awaitRow(ownerId: string, announced: NewAwait): AwaitRow {
  return {
    owner_id: ownerId,
    effect_id: announced.effectId,
    expectation: announced.expectation,
    match_key: announced.matchKey,
    expects: JSON.stringify(announced.expects),
    task_key: announced.taskKey,
    since: announced.since,
    is_caught_up: false,
    shape_id: announced.shape.id,
  };
}

function endedRows({ instanceId, endedAwaits }: Append): EndedAwaitRow[] {
  if (endedAwaits === 'all') {
    return [{ owner_id: instanceId, effect_id: null }];
  }
  return (endedAwaits ?? []).map(effectId => ({
    owner_id: instanceId,
    effect_id: effectId,
  }));
}

/** Parts of the statement of Postgres, none of them when there is nothing to write; each `?` takes the binding. */
export function waitParts(
  rows: WaitRows,
): readonly { readonly sql: string; readonly binding: string }[] {
  return [
    { sql: SHAPED, rows: rows.shapes },
    { sql: AWAITED, rows: rows.awaits },
    { sql: AWAITED_NO_MORE, rows: rows.endedAwaits },
    { sql: SENT, rows: rows.sent },
  ]
    .filter(part => part.rows.length > 0)
    .map(part => ({ sql: part.sql, binding: JSON.stringify(part.rows) }));
}

const SHAPED = `shaped as (
  insert into await_shapes (id, shape)
  select distinct id, shape from json_to_recordset(?::json) as shape (id text, shape text)
  where exists (select from advanced)
  order by id -- the same order for all, lest two of them wait for each other
  on conflict do nothing
)`;

const AWAITED = `awaited as (
  insert into awaits
  select * from json_populate_recordset(null::awaits, ?::json)
  where owner_id in (select id from advanced)
)`;

const AWAITED_NO_MORE = `awaited_no_more as (
  delete from awaits
  using json_to_recordset(?::json) as settled (owner_id text, effect_id text)
  where awaits.owner_id = settled.owner_id
    and awaits.effect_id = coalesce(settled.effect_id, awaits.effect_id)
    and settled.owner_id in (select id from advanced)
)`;

const SENT = `sent as (
  insert into signals (id, instance_id, kind, actor, data, created_at, is_announced)
  select id, instance_id, kind, actor, data, created_at, is_announced
  from json_to_recordset(?::json) as sent (
    id text, instance_id text, kind text, actor text, data text, created_at bigint,
    is_announced boolean, sender_id text
  )
  where sender_id in (select id from advanced)
  on conflict do nothing
)`;

/** The same on SQLite, in the transaction of the commit. @param advanced - ids of instances whose steps are written */
export function writeWaits(
  prepare: Prepare,
  { shapes, awaits, endedAwaits, sent }: WaitRows,
  advanced: ReadonlySet<string>,
) {
  for (const { id, shape } of shapes) {
    prepare(
      `insert into await_shapes (id, shape) values (?, ?) ${IGNORING}`,
    ).run(id, shape);
  }
  for (const row of awaits) {
    if (advanced.has(row.owner_id)) insertAwait(prepare, row);
  }
  for (const { owner_id, effect_id } of endedAwaits) {
    if (!advanced.has(owner_id)) continue;
    prepare(
      'delete from awaits where owner_id = ? and effect_id = coalesce(?, effect_id)',
    ).run(owner_id, effect_id);
  }
  for (const row of sent) {
    if (advanced.has(row.sender_id)) insertSent(prepare, row);
  }
}

const IGNORING = 'on conflict do nothing';

function insertAwait(prepare: Prepare, row: AwaitRow) {
  prepare(
    `insert into awaits (owner_id, effect_id, expectation, match_key, expects, task_key, since, shape_id, is_caught_up)
     values (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run(
    ...[row.owner_id, row.effect_id, row.expectation, row.match_key],
    ...[row.expects, row.task_key, row.since, row.shape_id],
  );
}

function insertSent(prepare: Prepare, row: SentSignalRow) {
  prepare(
    `insert into signals (id, instance_id, kind, actor, data, created_at, is_announced)
     values (?, ?, ?, ?, ?, ?, 0) ${IGNORING}`,
  ).run(
    ...[row.id, row.instance_id, row.kind],
    ...[row.actor, row.data, row.created_at],
  );
}
