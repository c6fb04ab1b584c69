import type { Knex } from 'knex';
import type { OldBatch } from '../../HousekeepingStore';
import type { WebhookDeliveryRow, WebhookRow } from '../tables';

/**
 * Deletes old deliveries with their attempts, but none that is still to be sent, in one transaction. By the index
 * `deliveries_by_time`.
 */
export async function deleteDeliveries(
  knex: Knex,
  { before, limit }: OldBatch,
): Promise<number> {
  return knex.transaction(async (tx): Promise<number> => {
    const enabled = tx<WebhookRow>('webhooks')
      .select('id')
      .where({ is_enabled: true });
    const old: Pick<WebhookDeliveryRow, 'id'>[] = await tx<WebhookDeliveryRow>(
      'webhook_deliveries',
    )
      .select('id')
      .where('created_at', '<', before)
      .where(query =>
        query.whereNot('status', 'pending').orWhereNotIn('webhook_id', enabled),
      )
      .orderBy('created_at')
      .limit(limit);
    const ids = old.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx('webhook_attempts').whereIn('delivery_id', ids).delete();
    const deleted = await tx('webhook_deliveries').whereIn('id', ids).delete();
    return deleted;
  });
}
