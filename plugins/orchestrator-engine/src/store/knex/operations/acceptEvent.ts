import type { Knex } from 'knex';
import type { NewInboxEvent } from '../../EventStore';
import type { InboxRow } from '../tables';

/** Inserts an event unless `inbox_once` knows it; `false` then. */
export async function acceptEvent(
  knex: Knex,
  { event, target, receivedAt }: NewInboxEvent,
): Promise<boolean> {
  const rows = await knex<InboxRow>('inbox')
    .insert({
      source: event.source,
      event_id: event.id,
      target: target ?? ALL,
      type: event.type,
      event: JSON.stringify(event),
      received_at: receivedAt,
      is_routed: false,
    })
    .onConflict(['source', 'event_id', 'target'])
    .ignore()
    .returning('position');
  return rows.length > 0;
}

/** The target of an event that is for all. */
export const ALL = '';
