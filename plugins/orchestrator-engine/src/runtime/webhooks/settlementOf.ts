import type {
  DeliverySettlement,
  Webhook,
  WebhookDelivery,
} from '../../store/WebhookStore';
import { isoTime } from '../../interpreter/time';
import { delayAfter, MAX_FAILING_MS } from './retrySchedule';
import type { SentMessage } from './sendMessage';

/** By this status a receiver says that it wants no more. */
const GONE = 410;

/**
 * What an attempt makes of a delivery and of its webhook.
 *
 * Any 2xx is a success. A webhook that answers 410, or that has failed for as long as the schedule of a delivery lasts, is
 * switched off; what is still to be sent to it waits until it is switched on again.
 *
 * @param random - from 0 to 1
 */
export function settlementOf(
  { attempt, askedMs }: SentMessage,
  { webhook, delivery }: { webhook: Webhook; delivery: WebhookDelivery },
  { now, random }: { now: number; random: number },
): Omit<DeliverySettlement, 'holder'> {
  const { status } = attempt;
  const settled = {
    deliveryId: delivery.id,
    webhookId: webhook.id,
    attempt,
    tries: delivery.tries + 1,
  };
  if (status !== undefined && status >= 200 && status < 300) {
    return { ...settled, status: 'delivered' };
  }
  if (status === GONE) {
    const disableBecause = `It answered 410 (Gone) at ${isoTime(attempt.time)}`;
    return { ...settled, status: 'failed', disableBecause };
  }
  const delayMs = delayAfter(settled.tries, { askedMs, random });
  const disableBecause = whyDisabled(webhook, now);
  return delayMs === undefined
    ? { ...settled, status: 'failed', disableBecause }
    : { ...settled, status: 'pending', nextAt: now + delayMs, disableBecause };
}

function whyDisabled(
  { failingSince }: Webhook,
  now: number,
): string | undefined {
  if (failingSince === undefined || now - failingSince < MAX_FAILING_MS) {
    return undefined;
  }
  return `Nothing could be delivered since ${isoTime(failingSince)}`;
}
