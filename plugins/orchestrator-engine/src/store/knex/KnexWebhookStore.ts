import type { Knex } from 'knex';
import type {
  AttemptedDelivery,
  DeliveryHold,
  DeliveryPlace,
  DeliverySettlement,
  DueWebhook,
  NewWebhook,
  NewWebhookDelivery,
  Webhook,
  WebhookChange,
  WebhookDelivery,
  WebhookDeliveryStatus,
  WebhookStore,
} from '../WebhookStore';
import { changeWebhook } from './operations/changeWebhook';
import {
  claimDeliveries,
  heldRow,
  IS_PENDING,
} from './operations/claimDeliveries';
import { dueWebhooks } from './operations/dueWebhooks';
import { listDeliveries, withAttempts } from './operations/listDeliveries';
import { deliveryRow, queueDeliveries } from './operations/queueDeliveries';
import { feedHead } from './operations/readFeed';
import { settleDelivery } from './operations/settleDelivery';
import { reportingUnavailable } from './reportingUnavailable';
import type { WebhookDeliveryRow, WebhookRow } from './tables';
import { deliveryOf, webhookOf } from './webhookRows';

/** {@link WebhookStore} on SQLite or Postgres. @public */
export class KnexWebhookStore implements WebhookStore {
  constructor(private readonly knex: Knex) {}

  async list(): Promise<readonly Webhook[]> {
    return reportingUnavailable(async () => {
      const rows = await this.#webhooks().orderBy(['created_at', 'id']);
      return rows.map(webhookOf);
    });
  }

  async get(webhookId: string): Promise<Webhook | undefined> {
    return reportingUnavailable(async () => {
      const row = await this.#webhooks().where({ id: webhookId }).first();
      return row && webhookOf(row);
    });
  }

  async create(webhook: NewWebhook): Promise<Webhook> {
    return reportingUnavailable(async () => {
      const row: WebhookRow = {
        id: webhook.id,
        url: webhook.url,
        events: JSON.stringify(webhook.events),
        workflow_ids: JSON.stringify(webhook.workflowIds),
        is_enabled: webhook.isEnabled,
        disabled_because: null,
        since: await feedHead(this.knex),
        failing_since: null,
        secret: webhook.secret,
        previous_secret: null,
        previous_until: null,
        created_at: webhook.createdAt,
        created_by: webhook.createdBy,
      };
      await this.#webhooks().insert(row);
      return webhookOf(row);
    });
  }

  async change(
    webhookId: string,
    change: WebhookChange,
  ): Promise<Webhook | undefined> {
    return reportingUnavailable(() =>
      changeWebhook(this.knex, webhookId, change),
    );
  }

  async delete(webhookId: string): Promise<boolean> {
    return reportingUnavailable(async () => {
      const count = await this.#webhooks().where({ id: webhookId }).delete();
      return count > 0;
    });
  }

  async queue(part: {
    readonly duty: string;
    readonly holder: string;
    readonly from: string | undefined;
    readonly to: string;
    readonly deliveries: readonly NewWebhookDelivery[];
  }): Promise<boolean> {
    return reportingUnavailable(() => queueDeliveries(this.knex, part));
  }

  async addHeld(
    delivery: NewWebhookDelivery,
    hold: DeliveryHold & { readonly tries: number },
  ): Promise<WebhookDelivery> {
    return reportingUnavailable(async () => {
      const [row]: WebhookDeliveryRow[] = await this.#deliveries()
        .insert({
          ...deliveryRow(delivery),
          ...heldRow(this.knex, hold),
          tries: hold.tries,
        })
        .returning('*');
      return deliveryOf(row);
    });
  }

  async due(now: number): Promise<readonly DueWebhook[]> {
    return reportingUnavailable(() => dueWebhooks(this.knex, now));
  }

  async claim(
    claim: DeliveryHold & {
      readonly webhookId: string;
      readonly now: number;
      readonly limit: number;
    },
  ): Promise<readonly WebhookDelivery[]> {
    return reportingUnavailable(() => claimDeliveries(this.knex, claim));
  }

  async settle(settlement: DeliverySettlement): Promise<void> {
    await reportingUnavailable(() => settleDelivery(this.knex, settlement));
  }

  async release(holder: string, but: readonly string[] = []): Promise<void> {
    await reportingUnavailable(() =>
      this.#deliveries()
        .where({ held_by: holder })
        .whereNotIn('id', [...but])
        .update({ held_by: null, held_until: 0 }),
    );
  }

  async deliveries(page: {
    readonly webhookId: string;
    readonly status?: WebhookDeliveryStatus;
    readonly after?: DeliveryPlace;
    readonly limit: number;
  }): Promise<readonly AttemptedDelivery[]> {
    return reportingUnavailable(() => listDeliveries(this.knex, page));
  }

  async delivery(
    webhookId: string,
    deliveryId: string,
  ): Promise<AttemptedDelivery | undefined> {
    return reportingUnavailable(async () => {
      const rows = await this.#deliveries().where({
        id: deliveryId,
        webhook_id: webhookId,
      });
      return (await withAttempts(this.knex, rows))[0];
    });
  }

  async redeliver(delivery: {
    readonly webhookId: string;
    readonly deliveryId: string;
    readonly now: number;
  }): Promise<boolean> {
    const { webhookId, deliveryId, now } = delivery;
    return reportingUnavailable(async () => {
      const count = await this.#deliveries()
        .where({ id: deliveryId, webhook_id: webhookId })
        .update({
          status: 'pending',
          tries: 0,
          next_at: now,
          held_by: null,
          held_until: 0,
        });
      return count > 0;
    });
  }

  async backlog(): Promise<number> {
    return reportingUnavailable(async () => {
      const [{ count }] = await this.knex('webhook_deliveries')
        .whereRaw(IS_PENDING)
        .count({ count: '*' });
      return Number(count);
    });
  }

  #webhooks() {
    return this.knex<WebhookRow>('webhooks');
  }

  #deliveries() {
    return this.knex<WebhookDeliveryRow>('webhook_deliveries');
  }
}
