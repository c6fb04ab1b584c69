import type { Knex } from 'knex';
import type { InstanceRow, WorkerRow } from '../tables';

/** The database's own clock, in milliseconds: leases must not depend on the clocks of several machines. */
export function databaseNow(knex: Knex): Knex.Raw<number> {
  return isSqlite(knex)
    ? knex.raw("cast((julianday('now') - 2440587.5) * 86400000 as integer)")
    : knex.raw('(extract(epoch from clock_timestamp()) * 1000)::bigint');
}

/** So many milliseconds from now by the database's clock. */
export function databaseNowPlus(knex: Knex, ms: number): Knex.Raw<number> {
  return knex.raw('? + ?', [databaseNow(knex), ms]);
}

/** Whether one process has the database to itself. */
export function isSqlite(knex: Knex): boolean {
  return knex.client.dialect === 'sqlite3';
}

/** Begins a lease. */
export async function registerWorker(
  knex: Knex,
  workerId: string,
  leaseMs: number,
): Promise<void> {
  await knex<WorkerRow>('workers').insert({
    id: workerId,
    is_alive: true,
    lease_until: databaseNowPlus(knex, leaseMs) as unknown as number,
  });
}

/** Prolongs a lease; `false` when the worker is dead. */
export async function renewLease(
  knex: Knex,
  workerId: string,
  leaseMs: number,
): Promise<boolean> {
  const updated = await knex<WorkerRow>('workers')
    .where({ id: workerId, is_alive: true })
    .update({
      lease_until: databaseNowPlus(knex, leaseMs) as unknown as number,
    });
  return updated > 0;
}

/**
 * Buries workers whose lease has run out, and makes due now whatever no living worker owns.
 *
 * On SQLite every other worker is of a process that has gone, for one process has the file to itself: no need to wait for
 * the lease. Should two share it after all, the fence still keeps one of them from writing.
 */
export async function takeOver(knex: Knex, workerId: string): Promise<number> {
  return knex.transaction(async tx => {
    const dead = tx<WorkerRow>('workers')
      .whereNot({ id: workerId })
      .where({ is_alive: true });
    if (!isSqlite(knex)) {
      dead.where('lease_until', '<', databaseNow(knex));
    }
    await dead.update({ is_alive: false });
    const freed = await tx<InstanceRow>('instances')
      .whereNotNull('owner')
      .whereNotIn(
        'owner',
        tx<WorkerRow>('workers').select('id').where({ is_alive: true }),
      )
      .update({ owner: null, wake_at: 0 });
    await tx<WorkerRow>('workers').where({ is_alive: false }).delete();
    return freed;
  });
}

/**
 * Gives back what the worker owns and ends its lease. Its row first, as everybody does: a commit or a claim of its own that is still
 * under way is waited for, and what that has made its own is given back too. What waits for no time is due at 0, as {@link takeOver}
 * has it: the clock of the process that stops may be ahead of those of the others.
 */
export async function releaseWorker(
  knex: Knex,
  workerId: string,
): Promise<void> {
  await knex.transaction(async tx => {
    await tx<WorkerRow>('workers').where({ id: workerId }).delete();
    await tx<InstanceRow>('instances')
      .where({ owner: workerId })
      .update({
        owner: null,
        wake_at: tx.raw('coalesce(wake_at, 0)') as unknown as number,
      });
  });
}
