import type { Knex } from 'knex';
import type { DeliverySettlement } from '../../WebhookStore';
import type {
  WebhookAttemptRow,
  WebhookDeliveryRow,
  WebhookRow,
} from '../tables';
import { isSqlite } from './workerLeases';

/**
 * Notes an attempt and what it changes, in one transaction. The delivery's row is locked first on Postgres, so that attempts are
 * counted one after the other; that of the webhook is only written to when its health changes. By the primary keys.
 *
 * An attempt that is noted already changes nothing: whoever has heard no answer asks again.
 */
export async function settleDelivery(
  knex: Knex,
  settlement: DeliverySettlement,
): Promise<void> {
  await knex.transaction(async tx => {
    if (!isSqlite(tx)) await lock(tx, settlement);
    if (await isNoted(tx, settlement)) return;
    await insertAttempt(tx, settlement);
    await changeDelivery(tx, settlement);
    await noteHealth(tx, settlement);
  });
}

async function lock(tx: Knex.Transaction, { deliveryId }: DeliverySettlement) {
  await tx('webhook_deliveries').where({ id: deliveryId }).forUpdate();
}

/** Whether this attempt is there, and whoever made it has let the delivery go. */
async function isNoted(
  tx: Knex.Transaction,
  { deliveryId, holder, attempt }: DeliverySettlement,
): Promise<boolean> {
  const same = await tx<WebhookAttemptRow>('webhook_attempts')
    .where({ delivery_id: deliveryId, time: attempt.time })
    .first();
  if (!same) return false;
  const held = await tx<WebhookDeliveryRow>('webhook_deliveries')
    .where({ id: deliveryId, held_by: holder })
    .first();
  return held === undefined;
}

async function insertAttempt(
  tx: Knex.Transaction,
  { deliveryId, attempt }: DeliverySettlement,
) {
  const [{ last }] = await tx<WebhookAttemptRow>('webhook_attempts')
    .where({ delivery_id: deliveryId })
    .max({ last: 'number' });
  await tx<WebhookAttemptRow>('webhook_attempts').insert({
    delivery_id: deliveryId,
    number: Number(last ?? 0) + 1,
    time: attempt.time,
    duration_ms: attempt.durationMs,
    status: attempt.status ?? null,
    answer: attempt.answer ?? null,
    error: attempt.error ?? null,
  });
}

async function changeDelivery(
  tx: Knex.Transaction,
  { deliveryId, holder, status, tries, nextAt }: DeliverySettlement,
) {
  await tx<WebhookDeliveryRow>('webhook_deliveries')
    .where({ id: deliveryId, held_by: holder })
    .update({
      status,
      tries,
      next_at: nextAt ?? null,
      held_by: null,
      held_until: 0,
    });
}

async function noteHealth(
  tx: Knex.Transaction,
  { webhookId, attempt, status, disableBecause }: DeliverySettlement,
) {
  const webhook = tx<WebhookRow>('webhooks').where({ id: webhookId });
  if (disableBecause !== undefined) {
    await webhook
      .where({ is_enabled: true })
      .update({ is_enabled: false, disabled_because: disableBecause });
  } else if (status === 'delivered') {
    await webhook.whereNotNull('failing_since').update({ failing_since: null });
  } else {
    await webhook
      .whereNull('failing_since')
      .update({ failing_since: attempt.time });
  }
}
