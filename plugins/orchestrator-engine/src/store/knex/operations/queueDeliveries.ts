import type { Knex } from 'knex';
import type { NewWebhookDelivery } from '../../WebhookStore';
import type { DutyRow, WebhookDeliveryRow } from '../tables';

/** Rows that are inserted by one statement: SQLite binds no more than 32766 values. */
const ROWS_AT_ONCE = 500;

/**
 * Notes how far the feed has been read, and adds what that has brought, in one transaction. The row of the duty comes first: whoever
 * has read the same part waits for it, and finds that the state is another. By the primary keys.
 */
export async function queueDeliveries(
  knex: Knex,
  part: {
    readonly duty: string;
    readonly holder: string;
    readonly from: string | undefined;
    readonly to: string;
    readonly deliveries: readonly NewWebhookDelivery[];
  },
): Promise<boolean> {
  const { duty: name, holder, from = null, to, deliveries } = part;
  return knex.transaction(async tx => {
    const moved = await tx<DutyRow>('duties')
      .where({ name, holder, state: from })
      .update({ state: to });
    if (moved === 0) return false;
    const rows = deliveries.map(deliveryRow);
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await tx<WebhookDeliveryRow>('webhook_deliveries')
        .insert(rows.slice(start, start + ROWS_AT_ONCE))
        .onConflict('id')
        .ignore();
    }
    return true;
  });
}

/** The row of a delivery that is due at once and that nobody holds. */
export function deliveryRow(delivery: NewWebhookDelivery): WebhookDeliveryRow {
  return {
    id: delivery.id,
    webhook_id: delivery.webhookId,
    event_id: delivery.eventId,
    event_type: delivery.eventType,
    instance_id: delivery.instanceId ?? null,
    body: delivery.body,
    status: 'pending',
    tries: 0,
    created_at: delivery.createdAt,
    next_at: delivery.createdAt,
    held_by: null,
    held_until: 0,
  };
}
