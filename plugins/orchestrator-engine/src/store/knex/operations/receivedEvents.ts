import type { Knex } from 'knex';
import type { EventPlace, InboxEvent } from '../../EventStore';
import { inboxEventOf } from '../rows';
import type { InboxRow } from '../tables';
import { ALL } from './acceptEvent';

/** Events received in a time, in the order in which they count. By the index `inbox_by_time`, which has this order. */
export async function receivedEvents(
  knex: Knex,
  page: {
    readonly since: number;
    readonly before?: number;
    readonly after?: EventPlace;
    readonly limit: number;
  },
): Promise<readonly InboxEvent[]> {
  const { since, before, after, limit } = page;
  const query = knex<InboxRow>('inbox')
    .where('received_at', '>=', since)
    .orderBy(['received_at', 'position'])
    .limit(limit);
  if (before !== undefined) query.where('received_at', '<', before);
  if (after) {
    query.whereRaw('(received_at, position) > (?, ?)', placeOf(after));
  }
  return (await query).map(inboxEventOf);
}

/** Events with a key, for all or for one target, in the order in which they count. By the primary key of `inbox_keys`, which has this order. */
export async function eventsByKey(
  knex: Knex,
  page: {
    readonly matchKey: string;
    readonly target: string;
    readonly since: number;
    readonly after?: EventPlace;
    readonly limit: number;
  },
): Promise<readonly InboxEvent[]> {
  const { matchKey, target, since, after, limit } = page;
  const query = knex('inbox_keys as found')
    .join('inbox', 'inbox.position', 'found.position')
    .select<InboxRow[]>('inbox.*')
    .where('found.match_key', matchKey)
    .where('found.received_at', '>=', since)
    .whereIn('inbox.target', [ALL, target])
    .orderBy(['found.received_at', 'found.position'])
    .limit(limit);
  if (after) {
    query.whereRaw(
      '(found.received_at, found.position) > (?, ?)',
      placeOf(after),
    );
  }
  return (await query).map(inboxEventOf);
}

function placeOf({ receivedAt, position }: EventPlace): number[] {
  return [receivedAt, position];
}
