import type { Knex } from 'knex';
import type {
  AttemptedDelivery,
  DeliveryPlace,
  WebhookDeliveryStatus,
} from '../../WebhookStore';
import type { WebhookAttemptRow, WebhookDeliveryRow } from '../tables';
import { attemptOf, deliveryOf } from '../webhookRows';

/** A page of deliveries, the latest first, with their attempts. By `deliveries_by_webhook` and the key of `webhook_attempts`. */
export async function listDeliveries(
  knex: Knex,
  page: {
    readonly webhookId: string;
    readonly status?: WebhookDeliveryStatus;
    readonly after?: DeliveryPlace;
    readonly limit: number;
  },
): Promise<readonly AttemptedDelivery[]> {
  const { webhookId, status, after, limit } = page;
  const query = knex<WebhookDeliveryRow>('webhook_deliveries')
    .where({ webhook_id: webhookId })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  if (status) query.where({ status });
  if (after) {
    query.whereRaw('(created_at, id) < (?, ?)', [after.createdAt, after.id]);
  }
  return withAttempts(knex, await query);
}

/** Deliveries with all their attempts, in order. */
export async function withAttempts(
  knex: Knex,
  rows: readonly WebhookDeliveryRow[],
): Promise<readonly AttemptedDelivery[]> {
  const attempts = await knex<WebhookAttemptRow>('webhook_attempts')
    .whereIn(
      'delivery_id',
      rows.map(({ id }) => id),
    )
    .orderBy('number');
  return rows.map(row => ({
    delivery: deliveryOf(row),
    attempts: attempts
      .filter(({ delivery_id }) => delivery_id === row.id)
      .map(attemptOf),
  }));
}
