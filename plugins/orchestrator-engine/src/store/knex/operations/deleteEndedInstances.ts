import type { Knex } from 'knex';
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
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
 * Deletes instances that have ended and that nobody has asked to go on, with all that is theirs, in one transaction. By the partial index `instances_by_end`; what
 * others hold is skipped on Postgres.
 */
export async function deleteEndedInstances(
  knex: Knex,
  batch: {
    readonly statuses: readonly InstanceStatus[];
    readonly isTest: boolean;
    readonly before: number;
    readonly limit: number;
  },
): Promise<number> {
  const { statuses, isTest, before, limit } = batch;
  return knex.transaction(async (tx): Promise<number> => {
    const query = tx<InstanceRow>('instances')
      .select('id')
      .where('ended_at', '<', before)
      .whereIn('status', [...statuses])
      .where({ open_signals: 0 })
      .whereNull('owner')
      .whereRaw(`test_session is ${isTest ? 'not ' : ''}null`)
      .orderBy('ended_at')
      .limit(limit);
    const rows: Pick<InstanceRow, 'id'>[] = await (isSqlite(tx)
      ? query
      : query.forUpdate().skipLocked());
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await deleteParts(tx, ids);
    const deleted = await tx<InstanceRow>('instances')
      .whereIn('id', ids)
      .delete();
    await noteDeletion(tx);
    return deleted;
  });
}
