import type { Knex } from 'knex';
import type { EndedBatch, EndedDeleted } from '../../HousekeepingStore';
import type { InstanceRow } from '../tables';
import { noteDeletion } from './feedFloor';
import { isSqlite } from './workerLeases';

/** Tables that hold what belongs to instances, and the column that says to which. */
const INSTANCE_PARTS = [
  ['steps', 'instance_id'],
  ['log_bases', 'instance_id'],
  ['payloads', 'instance_id'],
  ['signals', 'instance_id'],
  ['instance_labels', 'instance_id'],
  ['awaits', 'owner_id'],
  ['approvals', 'instance_id'],
  ['approval_approvers', 'instance_id'],
  ['approval_votes', 'instance_id'],
] as const;

/** Deletes all that belongs to these instances but their rows. */
export async function deleteParts(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<void> {
  for (const [table, column] of INSTANCE_PARTS) {
    await tx(table)
      .whereIn(column, [...ids])
      .delete();
  }
}

/**
 * Deletes instances that have ended and that nobody has asked to go on, with all that is theirs, in one transaction, that is as short
 * as their logs are. By the partial index `instances_by_end`; what others hold is skipped on Postgres.
 */
export async function deleteEndedInstances(
  knex: Knex,
  { statuses, isTest, before, limit, entries }: EndedBatch,
): Promise<EndedDeleted> {
  return knex.transaction(async (tx): Promise<EndedDeleted> => {
    const query = tx<InstanceRow>('instances')
      .select('id', 'first_seq', 'seq')
      .where('ended_at', '<', before)
      .whereIn('status', [...statuses])
      .where({ open_signals: 0 })
      .whereNull('owner')
      .whereRaw(`test_session is ${isTest ? 'not ' : ''}null`)
      .orderBy('ended_at')
      .limit(limit);
    const rows: LogLength[] = await (isSqlite(tx)
      ? query
      : query.forUpdate().skipLocked());
    const ids = firstWithin(rows, entries).map(({ id }) => id);
    if (ids.length === 0) return { count: 0, hasMore: false };
    await deleteParts(tx, ids);
    const count = await tx<InstanceRow>('instances')
      .whereIn('id', ids)
      .delete();
    await noteDeletion(tx);
    const hasMore = ids.length < rows.length || rows.length === limit;
    return { count, hasMore };
  });
}

type LogLength = Pick<InstanceRow, 'id' | 'first_seq' | 'seq'>;

/** The first of these whose logs have no more entries together; the very first one however long its log is. */
function firstWithin(
  rows: readonly LogLength[],
  entries: number,
): readonly LogLength[] {
  let sum = 0;
  const end = rows.findIndex(({ first_seq, seq }, index) => {
    sum += seq - first_seq + 1;
    return index > 0 && sum > entries;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
