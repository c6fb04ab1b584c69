import type { Knex } from 'knex';
import type { InboxEvent } from '../../EventStore';
import { inboxEventOf } from '../rows';
import type { InboxRow } from '../tables';
import { ALL } from './acceptEvent';

/** Events for all or for one target since a time, in order. By `inbox_by_type`, or by the primary key when any type will do. */
export async function receivedEvents(
  knex: Knex,
  page: {
    readonly types?: readonly string[];
    readonly target: string;
    readonly since: number;
    readonly afterPosition: number;
    readonly limit: number;
  },
): Promise<readonly InboxEvent[]> {
  const query = knex<InboxRow>('inbox')
    .where('position', '>', page.afterPosition)
    .where('received_at', '>=', page.since)
    .whereIn('target', [ALL, page.target])
    .orderBy('position')
    .limit(page.limit);
  if (page.types) query.whereIn('type', [...page.types]);
  return (await query).map(inboxEventOf);
}
