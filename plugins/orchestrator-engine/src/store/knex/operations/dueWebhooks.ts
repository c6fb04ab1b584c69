import type { Knex } from 'knex';
import type { DueWebhook } from '../../WebhookStore';
import type { WebhookRow } from '../tables';
import { webhookOf } from '../webhookRows';
import { IS_PENDING, isHeld } from './claimDeliveries';

/** Webhooks with deliveries to be sent, and how many are being sent. By the partial indexes `deliveries_due` and `deliveries_held`. */
export async function dueWebhooks(
  knex: Knex,
  now: number,
): Promise<readonly DueWebhook[]> {
  const rows: (WebhookRow & { held: number | string })[] = await knex(
    'webhooks',
  )
    .where({ is_enabled: true })
    .whereExists(
      deliveriesOf(knex)
        .select(knex.raw('1'))
        .whereRaw(IS_PENDING)
        .where('next_at', '<=', now)
        .whereNot(isHeld(knex)),
    )
    .select('webhooks.*', {
      held: deliveriesOf(knex)
        .count()
        .whereNotNull('held_by')
        .where(isHeld(knex)),
    });
  return rows.map(row => ({ webhook: webhookOf(row), held: Number(row.held) }));
}

function deliveriesOf(knex: Knex): Knex.QueryBuilder {
  return knex('webhook_deliveries').whereRaw('webhook_id = webhooks.id');
}
