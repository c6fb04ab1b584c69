import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  AttemptedDelivery,
  Webhook,
  WebhookAttempt,
} from '@stagecraft/backstage-plugin-orchestrator-engine';

type Schemas = components['schemas'];

/** A webhook as the contract has it: without its secrets. */
export function presentWebhook(webhook: Webhook): Schemas['Webhook'] {
  return {
    id: webhook.id,
    url: webhook.url,
    events: [...webhook.events],
    workflowIds: [...webhook.workflowIds],
    enabled: webhook.isEnabled,
    disabledBecause: webhook.disabledBecause,
    failingSince: isoTime(webhook.failingSince),
    previousSecretUntil: isoTime(webhook.previousSecret?.until),
    createdAt: isoTime(webhook.createdAt),
    createdBy: webhook.createdBy,
  };
}

/** A delivery with its attempts as the contract has it. */
export function presentDelivery({
  delivery,
  attempts,
}: AttemptedDelivery): Schemas['Delivery'] {
  return {
    id: delivery.id,
    webhookId: delivery.webhookId,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    instanceId: delivery.instanceId,
    status: delivery.status,
    createdAt: isoTime(delivery.createdAt),
    nextAt: isoTime(delivery.nextAt),
    attempts: attempts.map(presentAttempt),
  };
}

function presentAttempt({
  time,
  ...attempt
}: WebhookAttempt): Schemas['DeliveryAttempt'] {
  return { at: isoTime(time), ...attempt };
}

function isoTime<T extends number | undefined>(
  time: T,
): T extends number ? string : string | undefined;
function isoTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
