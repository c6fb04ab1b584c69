import type { Knex } from 'knex';
import type { Instance } from '../../InstanceStore';
import { instanceOf } from '../rows';
import type { InstanceRow } from '../tables';
import { isSqlite, requireAlive } from './workerLeases';

/**
 * Claims up to `limit` due instances for this worker.
 *
 * One transaction over the index `instances_due`. On Postgres rows locked by others are skipped; on SQLite writers are
 * serial anyway.
 *
 * @param claim - `limit`: at most this many; fewer when fewer are due
 * @throws {@link WorkerFencedError} the worker is dead: what it claimed nobody would ever take over
 * @returns claimed instances, those due longest first, all owned by this worker
 */
export async function claimDueInstances(
  knex: Knex,
  claim: {
    readonly workerId: string;
    readonly now: number;
    readonly limit: number;
  },
): Promise<readonly Instance[]> {
  return knex.transaction(async tx => {
    await requireAlive(tx, claim.workerId);
    const due = tx<InstanceRow>('instances')
      .whereNull('owner')
      .where('wake_at', '<=', claim.now)
      .orderBy('wake_at')
      .limit(claim.limit);
    const rows: InstanceRow[] = await (isSqlite(knex)
      ? due
      : due.forUpdate().skipLocked());
    if (rows.length === 0) return [];
    await tx<InstanceRow>('instances')
      .whereIn(
        'id',
        rows.map(row => row.id),
      )
      .update({ owner: claim.workerId });
    return rows.map(instanceOf);
  });
}
