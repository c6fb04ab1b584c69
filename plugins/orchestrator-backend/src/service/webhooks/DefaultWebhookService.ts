import type {
  AttemptedDelivery,
  Webhook,
  WebhookChangeRequest,
  WebhookRequest,
  Webhooks,
  WebhookWithSecret,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';
import type {
  DeliveryQuery,
  DeliveryRequest,
  WebhookService,
} from './WebhookService';

/** Webhooks of the engine, for everybody. */
export class DefaultWebhookService implements WebhookService {
  constructor(private readonly webhooks: Webhooks) {}

  list(): Promise<readonly Webhook[]> {
    return this.webhooks.registry.list();
  }

  get(webhookId: string): Promise<Webhook> {
    return this.webhooks.registry.get(webhookId);
  }

  create(
    request: Omit<WebhookRequest, 'createdBy'>,
    caller: Caller,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.registry.create({ ...request, createdBy: caller.ref });
  }

  update({
    webhookId,
    ...change
  }: WebhookChangeRequest & {
    readonly webhookId: string;
  }): Promise<WebhookWithSecret> {
    return this.webhooks.registry.change(webhookId, change);
  }

  delete(webhookId: string): Promise<void> {
    return this.webhooks.registry.delete(webhookId);
  }

  test(webhookId: string): Promise<AttemptedDelivery> {
    return this.webhooks.test(webhookId);
  }

  listDeliveries(query: DeliveryQuery): Promise<readonly AttemptedDelivery[]> {
    return this.webhooks.deliveries(query);
  }

  redeliver({
    webhookId,
    deliveryId,
  }: DeliveryRequest): Promise<AttemptedDelivery> {
    return this.webhooks.redeliver(webhookId, deliveryId);
  }
}
