import type { Knex } from 'knex';
import type { DeliveryHold, WebhookDelivery } from '../../WebhookStore';
import type { WebhookDeliveryRow } from '../tables';
import { deliveryOf } from '../webhookRows';
import { databaseNow, databaseNowPlus, isSqlite } from './workerLeases';

/** As the partial index `deliveries_due` says it: with a value that is bound later, a plan made for any value cannot use it. */
export const IS_PENDING = "status = 'pending'";

/**
 * Takes due deliveries of one webhook by one statement. By the partial index `deliveries_due`; on Postgres rows that others take at
 * the same time are skipped, on SQLite writers are serial anyway.
 */
export async function claimDeliveries(
  knex: Knex,
  claim: DeliveryHold & {
    readonly webhookId: string;
    readonly now: number;
    readonly limit: number;
  },
): Promise<readonly WebhookDelivery[]> {
  const { webhookId, holder, forMs, now, limit } = claim;
  const due = knex<WebhookDeliveryRow>('webhook_deliveries')
    .select('id')
    .where({ webhook_id: webhookId })
    .whereRaw(IS_PENDING)
    .where('next_at', '<=', now)
    .whereNot(isHeld(knex))
    .orderBy('next_at')
    .limit(limit);
  const chosen = isSqlite(knex)
    ? knex.raw('id in (?)', [due])
    : knex.raw('id = any(array(?))', [due.forUpdate().skipLocked()]);
  const rows: WebhookDeliveryRow[] = await knex<WebhookDeliveryRow>(
    'webhook_deliveries',
  )
    .where(chosen)
    .update(heldRow(knex, { holder, forMs }))
    .returning('*');
  return rows.map(deliveryOf);
}

/** That a living worker holds it, and has not done so for too long. By the primary key of `workers`. */
export function isHeld(knex: Knex): Knex.Raw {
  return knex.raw(
    `(held_until >= ? and exists (
      select 1 from workers
      where workers.id = held_by and workers.is_alive and workers.lease_until >= ?
    ))`,
    [databaseNow(knex), databaseNow(knex)],
  );
}

/** What a row says while somebody holds it. */
export function heldRow(knex: Knex, { holder, forMs }: DeliveryHold) {
  return {
    held_by: holder,
    held_until: databaseNowPlus(knex, forMs) as unknown as number,
  };
}
