import type {
  CreatedWebhook,
  CreateWebhookRequest,
  Delivery,
  DeliveryPage,
  ListDeliveriesRequest,
  UpdateWebhookRequest,
  Webhook,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { answerError } from './answerError';

const createdAt = '2026-01-01T10:00:00.000Z';
const eventId = 'e1.9.workflow.faulted';

/** A webhook for runs that fail; what is not said has a default. */
export function someWebhook(more: Partial<Webhook> = {}): Webhook {
  return {
    id: 'w-1',
    url: 'https://chat.example.com/hooks',
    events: ['workflow.faulted'],
    workflowIds: [],
    enabled: true,
    createdAt,
    createdBy: 'user:default/ada',
    ...more,
  };
}

/** A delivery that has arrived; what is not said has a default. */
export function someDelivery(more: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd-1',
    webhookId: 'w-1',
    eventId,
    eventType: 'workflow.faulted',
    instanceId: 'run-1',
    status: 'delivered',
    createdAt,
    attempts: [{ at: createdAt, status: 204, durationMs: 31 }],
    ...more,
  };
}

/** Webhooks and deliveries in memory. Nothing is sent: what is sent again waits, and a test arrives. */
export class FakeWebhooks {
  readonly created: CreateWebhookRequest[] = [];
  readonly #webhooks: Map<string, Webhook>;
  readonly deliveries: Delivery[] = [];

  constructor(webhooks: readonly Webhook[]) {
    this.#webhooks = new Map(webhooks.map(one => [one.id, one]));
  }

  list() {
    return { items: [...this.#webhooks.values()] };
  }

  async get(id: string): Promise<Webhook> {
    const found = this.#webhooks.get(id);
    if (found) return found;
    const message = `There is no webhook "${id}"`;
    throw await answerError(404, 'WEBHOOK_NOT_FOUND', message);
  }

  async create(request: CreateWebhookRequest): Promise<CreatedWebhook> {
    if (request.url.includes('forbidden')) {
      const message = 'The host is not among egress.allowedHosts';
      throw await answerError(422, 'INPUT_INVALID', message);
    }
    this.created.push(request);
    const { secret = 'whsec_made-for-you', ...wanted } = request;
    const id = `w-${this.#webhooks.size + 1}`;
    const webhook = someWebhook({ ...wanted, id });
    this.#webhooks.set(id, webhook);
    return { ...webhook, secret };
  }

  async update(
    id: string,
    { rotateSecret, secret, ...change }: UpdateWebhookRequest,
  ): Promise<CreatedWebhook> {
    const webhook = { ...(await this.get(id)), ...change };
    this.#webhooks.set(id, webhook);
    return { ...webhook, secret: rotateSecret ? 'whsec_new' : secret };
  }

  async delete(id: string): Promise<void> {
    await this.get(id);
    this.#webhooks.delete(id);
  }

  test(webhookId: string): Delivery {
    const delivery = someDelivery({
      id: `d-${this.deliveries.length + 1}`,
      webhookId,
      eventType: 'webhook.test',
      instanceId: undefined,
    });
    this.deliveries.unshift(delivery);
    return delivery;
  }

  listDeliveries(request: ListDeliveriesRequest): DeliveryPage {
    const { webhookId, status } = request;
    const items = this.deliveries
      .filter(one => one.webhookId === webhookId)
      .filter(one => !status || one.status === status);
    return { items };
  }

  redeliver(deliveryId: string): Delivery {
    const index = this.deliveries.findIndex(({ id }) => id === deliveryId);
    const again = { ...this.deliveries[index], status: 'pending' } as const;
    this.deliveries[index] = again;
    return again;
  }
}
