import type { Knex } from 'knex';
import type { InboxEvent } from '../../EventStore';
import { inboxEventOf } from '../rows';
import type { InboxRow } from '../tables';

/** Events not yet routed, in order. By the partial index `inbox_unrouted`. */
export async function unroutedEvents(
  knex: Knex,
  limit: number,
): Promise<readonly InboxEvent[]> {
  const rows = await knex<InboxRow>('inbox')
    .whereRaw('not is_routed')
    .orderBy('position')
    .limit(limit);
  return rows.map(inboxEventOf);
}
