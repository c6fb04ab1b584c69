import type { Webhook, WebhookAttempt, WebhookDelivery } from '../WebhookStore';
import type {
  Millis,
  WebhookAttemptRow,
  WebhookDeliveryRow,
  WebhookRow,
} from './tables';

/** What a row of `webhooks` says. */
export function webhookOf(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: row.url,
    events: JSON.parse(row.events),
    workflowIds: JSON.parse(row.workflow_ids),
    isEnabled: Boolean(row.is_enabled),
    disabledBecause: row.disabled_because ?? undefined,
    since: row.since,
    failingSince: timeOf(row.failing_since),
    secret: row.secret,
    previousSecret: previousSecretOf(row),
    createdAt: Number(row.created_at),
    createdBy: row.created_by,
  };
}

function previousSecretOf(row: WebhookRow): Webhook['previousSecret'] {
  const { previous_secret: secret, previous_until: until } = row;
  return secret === null ? undefined : { secret, until: Number(until) };
}

/** What a row of `webhook_deliveries` says. */
export function deliveryOf(row: WebhookDeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    eventType: row.event_type,
    instanceId: row.instance_id ?? undefined,
    body: row.body,
    status: row.status,
    tries: row.tries,
    createdAt: Number(row.created_at),
    nextAt: timeOf(row.next_at),
  };
}

/** What a row of `webhook_attempts` says. */
export function attemptOf(row: WebhookAttemptRow): WebhookAttempt {
  return {
    time: Number(row.time),
    durationMs: row.duration_ms,
    status: row.status ?? undefined,
    answer: row.answer ?? undefined,
    error: row.error ?? undefined,
  };
}

function timeOf(time: Millis | null): number | undefined {
  return time === null ? undefined : Number(time);
}
