import type { Knex } from 'knex';
import type { AwaitRow, InstanceRow, SignalRow } from '../tables';
import { isSqlite } from './workerLeases';

type NewsRow = Pick<SignalRow, 'id' | 'instance_id'>;

/**
 * Makes instances due for which there are signals they have not been told of, and drops signals of instances that have ended.
 *
 * By the partial indexes `signals_unannounced` and `awaits_behind`. On Postgres rows that others hold, of signals or of instances, are skipped: it never
 * waits while it holds a lock, so it takes part in no deadlock. Signals of skipped instances stay for the next time. Due at 0: at once
 * by everybody's clock.
 *
 * @returns how many signals it has found, and how many of these it had to leave
 */
export async function announceSignals(
  knex: Knex,
  limit: number,
): Promise<{ readonly found: number; readonly left: number }> {
  return knex.transaction(async tx => {
    const news = await lockNews(tx, limit);
    if (news.length === 0) return { found: 0, left: 0 };
    const ids = [...new Set(news.map(signal => signal.instance_id))];
    const listening = new Set(await lockInstances(tx, ids));
    const ended = new Set(await findEnded(tx, ids));
    const heard = news.filter(signal => listening.has(signal.instance_id));
    const late = news.filter(signal => ended.has(signal.instance_id));
    await wake(tx, heard);
    await drop(tx, late);
    const left = news.length - heard.length - late.length;
    return { found: news.length, left };
  });
}

async function lockNews(tx: Knex.Transaction, limit: number) {
  const query = tx<SignalRow>('signals')
    .select('id', 'instance_id')
    .whereRaw('not is_announced')
    .whereNotExists(
      tx<AwaitRow>('awaits')
        .select(tx.raw('1'))
        .whereRaw('owner_id = signals.instance_id and not is_caught_up'),
    )
    .orderBy(['created_at', 'id'])
    .limit(limit);
  const rows: NewsRow[] = await (isSqlite(tx)
    ? query
    : query.forUpdate().skipLocked());
  return rows;
}

/** Those of the instances that can hear a signal and that nobody is writing to. */
async function lockInstances(tx: Knex.Transaction, ids: readonly string[]) {
  const query = tx<InstanceRow>('instances')
    .select('id')
    .whereIn('id', [...ids])
    .whereNotIn('status', ENDED);
  const rows: Pick<InstanceRow, 'id'>[] = await (isSqlite(tx)
    ? query
    : query.forUpdate().skipLocked());
  return rows.map(({ id }) => id);
}

/** Those of the instances that have ended or are not there. */
async function findEnded(tx: Knex.Transaction, ids: readonly string[]) {
  const rows = await tx<InstanceRow>('instances')
    .select('id')
    .whereIn('id', [...ids])
    .whereNotIn('status', ENDED);
  const alive = new Set(rows.map(({ id }) => id));
  return ids.filter(id => !alive.has(id));
}

const ENDED = ['completed', 'failed', 'cancelled'] as const;

async function wake(tx: Knex.Transaction, news: readonly NewsRow[]) {
  if (news.length === 0) return;
  await tx<SignalRow>('signals')
    .whereIn(
      'id',
      news.map(({ id }) => id),
    )
    .update({ is_announced: true });
  for (const [count, ids] of byCount(news)) {
    await tx<InstanceRow>('instances')
      .whereIn('id', [...ids])
      .update({
        wake_at: 0,
        open_signals: tx.raw('open_signals + ?', [count]) as unknown as number,
      });
  }
}

/** Instances by how many of the signals are theirs. */
function byCount(news: readonly NewsRow[]): Map<number, string[]> {
  const counts = new Map<string, number>();
  for (const { instance_id: id } of news) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const groups = new Map<number, string[]>();
  for (const [id, count] of counts) {
    groups.set(count, [...(groups.get(count) ?? []), id]);
  }
  return groups;
}

async function drop(tx: Knex.Transaction, news: readonly NewsRow[]) {
  if (news.length === 0) return;
  await tx<SignalRow>('signals')
    .whereIn(
      'id',
      news.map(({ id }) => id),
    )
    .delete();
}
