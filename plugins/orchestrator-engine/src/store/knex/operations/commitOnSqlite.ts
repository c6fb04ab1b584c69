import type { Knex } from 'knex';
import { DROPPED_TOKENS, WorkerFencedError } from '../../InstanceStore';
import {
  inSqliteTransaction,
  type Prepare,
  type SqliteValue,
} from '../sqliteConnection';
import { writeApprovals } from './commitApprovals';
import type { AdvanceRow, CommitRows, WrittenIds } from './commitRows';
import { writeWaits } from './commitWaits';
import { selectIfCurrent } from './currentVersion';

/**
 * Commits steps and new instances in one transaction of prepared statements (L1, R2); what is left out is as on Postgres.
 *
 * `begin immediate` takes the file's only write lock, so nobody can declare the worker dead before the commit. Rows are found by
 * the primary key of `instances`.
 *
 * @param workerId - `undefined`: nothing is owned, so nobody needs to be alive
 * @throws {@link WorkerFencedError} the worker is dead; nothing is written
 */
export async function commitOnSqlite(
  knex: Knex,
  workerId: string | undefined,
  rows: CommitRows,
): Promise<WrittenIds> {
  return inSqliteTransaction(knex, prepare => {
    if (workerId !== undefined) requireAliveOnSqlite(prepare, workerId);
    const advanced = advance(prepare, workerId, rows.advances);
    const outdated = idsOf(rows.presumed.filter(isOutdated(prepare)));
    const created = insert(
      prepare,
      'instances',
      rows.created.filter(({ id }) => !outdated.has(id)),
      IGNORING,
    );
    const [advancedIds, createdIds] = [idsOf(advanced), idsOf(created)];
    const isWritten = ({ instance_id: id }: { readonly instance_id: string }) =>
      advancedIds.has(id) || createdIds.has(id);
    insert(
      prepare,
      'steps',
      rows.steps.filter(({ instance_id: id, first_seq: first }) =>
        (first === 1 ? createdIds : advancedIds).has(id),
      ),
    );
    insert(prepare, 'payloads', rows.payloads.filter(isWritten), IGNORING);
    insert(
      prepare,
      'instance_labels',
      rows.labels.filter(({ instance_id: id }) => createdIds.has(id)),
    );
    deleteSignals(prepare, rows, advanced);
    writeWaits(prepare, rows.waits, advancedIds);
    writeApprovals(prepare, rows.approvals, advancedIds);
    return { advanced: advancedIds, created: createdIds };
  });
}

/** @throws {@link WorkerFencedError} the worker is dead */
export function requireAliveOnSqlite(prepare: Prepare, workerId: string): void {
  const alive = prepare('select 1 from workers where id = ? and is_alive');
  if (alive.get(workerId) === undefined) {
    throw new WorkerFencedError(`Worker ${workerId} has lost its lease`);
  }
}

/** The statement of Postgres, for one row. */
const ADVANCE = `update instances set
  seq = ?, status = ?, because = ?, output = ?, error = ?, started_at = ?, ended_at = ?,
  wake_at = case when ? then null when ? and open_signals > ? then 0 else ? end,
  open_signals = case when ? then 0 else open_signals - ? end, faults = 0, checkpoint_seq = ?,
  auth_tokens = case when ? is null or auth_tokens is null then auth_tokens else '${DROPPED_TOKENS}' end,
  definition_hash = coalesce(?, definition_hash), workflow_version = coalesce(?, workflow_version),
  owner = case when ? then null else owner end
where id = ? and owner = ? and seq = ?`;

/** Those whose rows had this owner and this `seq`. */
function advance(
  prepare: Prepare,
  owner: string | undefined,
  advances: readonly AdvanceRow[],
): readonly AdvanceRow[] {
  const statement = prepare(ADVANCE);
  return advances.filter(step => {
    const isOver = step.is_over ? 1 : 0;
    const isReleased = step.is_released ? 1 : 0;
    const { changes } = statement.run(
      ...valuesOf([
        ...[step.seq, step.status, step.because, step.output, step.error],
        ...[step.started_at, step.ended_at],
        ...[isOver, isReleased, step.taken_signals, step.wake_at],
        ...[isOver, step.taken_signals, step.checkpoint_seq],
        step.ended_at,
        ...[step.definition_hash, step.workflow_version],
        isReleased,
        ...[step.id, owner, step.after_seq],
      ]),
    );
    return changes === 1;
  });
}

/** Whether the workflow cannot be run, or has another definition now. */
function isOutdated(prepare: Prepare) {
  const current = prepare(selectIfCurrent('?', '?'));
  return (presumed: CommitRows['presumed'][number]) =>
    current.get(presumed.workflow_id, presumed.hash) === undefined;
}

const IGNORING = 'on conflict do nothing';

/** Those rows that were inserted. */
function insert<Row extends object>(
  prepare: Prepare,
  table: 'instances' | 'instance_labels' | 'payloads' | 'steps',
  rows: readonly Row[],
  onConflict = '',
): readonly Row[] {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0]);
  const places = columns.map(() => '?').join(', ');
  const statement = prepare(
    `insert into ${table} (${columns.join(
      ', ',
    )}) values (${places}) ${onConflict}`,
  );
  return rows.filter(row => {
    const values = valuesOf(Object.values(row));
    return statement.run(...values).changes === 1;
  });
}

/** What is not there is null. */
function valuesOf(
  values: readonly (SqliteValue | undefined)[],
): readonly SqliteValue[] {
  return values.map(value => value ?? null);
}

function deleteSignals(
  prepare: Prepare,
  { takenSignals }: CommitRows,
  advanced: readonly AdvanceRow[],
) {
  const ids = idsOf(advanced);
  for (const { id, instance_id } of takenSignals) {
    if (ids.has(instance_id))
      prepare('delete from signals where id = ?').run(id);
  }
  for (const { id, is_over } of advanced) {
    if (!is_over) continue;
    prepare('delete from signals where instance_id = ?').run(id);
  }
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}
