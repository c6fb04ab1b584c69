/**
 * From which place on the feed of all logs is whole: the number with which a cursor of the feed begins.
 *
 * It is one row, so it is written last in a transaction: whoever deletes meanwhile waits only for the commit.
 */
import type { Knex } from 'knex';
import type { FeedFloorRow, StepRow } from '../tables';
import { feedHead } from './readFeed';
import { isSqlite } from './workerLeases';

/** Behind the last of the oldest steps of a log, up to an entry. By the primary key of `steps`, or its unique index. */
export async function placeBehind(
  tx: Knex.Transaction,
  instanceId: string,
  upToSeq: number,
): Promise<bigint> {
  const place = isSqlite(tx) ? 'position' : 'tx::text::bigint';
  const [{ last }]: { last: number | string | null }[] = await tx<StepRow>(
    'steps',
  )
    .where({ instance_id: instanceId })
    .where('last_seq', '<=', upToSeq)
    .select(tx.raw(`max(${place}) as last`));
  return BigInt(last ?? 0) + 1n;
}

/** The feed lacks something before this place. */
export async function noteLossBefore(
  tx: Knex.Transaction,
  place: bigint,
): Promise<void> {
  await tx<FeedFloorRow>('feed_floor')
    .where('whole_from', '<', String(place))
    .update({ whole_from: String(place) });
}

/**
 * Instances are no more. That takes a place of its own in the feed, so that it lies behind whoever has read all that was there: what
 * they know is no longer so.
 */
export async function noteDeletion(tx: Knex.Transaction): Promise<void> {
  await noteLossBefore(tx, (await takePlace(tx)) + 1n);
}

/** Whether nothing behind a cursor was deleted since. What is deleted is found out when the feed has come there. */
export async function isWholeSince(
  knex: Knex,
  cursor: string,
): Promise<boolean> {
  const [floor] = await knex<FeedFloorRow>('feed_floor');
  const wholeFrom = BigInt(floor.whole_from);
  if (numberOf(cursor) >= wholeFrom) return true;
  return numberOf(await feedHead(knex)) < wholeFrom;
}

/** On Postgres that of the transaction, on SQLite the next position. */
async function takePlace(tx: Knex.Transaction): Promise<bigint> {
  if (isSqlite(tx)) {
    await tx('sqlite_sequence').where({ name: 'steps' }).increment('seq');
    const [{ seq }] = await tx('sqlite_sequence').where({ name: 'steps' });
    return BigInt(seq);
  }
  const { rows } = await tx.raw<{ rows: [{ place: string }] }>(
    'select pg_current_xact_id()::text as place',
  );
  return BigInt(rows[0].place);
}

function numberOf(cursor: string): bigint {
  return BigInt(cursor.split('.', 1)[0]);
}
