import type {
  AttemptedDelivery,
  Webhook,
  WebhookChangeRequest,
  WebhookRequest,
  WebhookWithSecret,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { WorkflowGuard } from '../access/WorkflowGuard';
import type { Caller } from '../Caller';
import type {
  DeliveryQuery,
  DeliveryRequest,
  WebhookService,
} from './WebhookService';

/** Lets those near webhooks who may manage workflows: events of all workflows leave the portal by them. */
export class AuthorizedWebhookService implements WebhookService {
  constructor(
    private readonly inner: WebhookService,
    private readonly workflows: WorkflowGuard,
  ) {}

  async list(caller: Caller): Promise<readonly Webhook[]> {
    await this.workflows.requireManager(caller);
    return this.inner.list(caller);
  }

  async get(webhookId: string, caller: Caller): Promise<Webhook> {
    await this.workflows.requireManager(caller);
    return this.inner.get(webhookId, caller);
  }

  async create(
    request: Omit<WebhookRequest, 'createdBy'>,
    caller: Caller,
  ): Promise<WebhookWithSecret> {
    await this.workflows.requireManager(caller);
    return this.inner.create(request, caller);
  }

  async update(
    request: WebhookChangeRequest & { readonly webhookId: string },
    caller: Caller,
  ): Promise<WebhookWithSecret> {
    await this.workflows.requireManager(caller);
    return this.inner.update(request, caller);
  }

  async delete(webhookId: string, caller: Caller): Promise<void> {
    await this.workflows.requireManager(caller);
    await this.inner.delete(webhookId, caller);
  }

  async test(webhookId: string, caller: Caller): Promise<AttemptedDelivery> {
    await this.workflows.requireManager(caller);
    return this.inner.test(webhookId, caller);
  }

  async listDeliveries(
    query: DeliveryQuery,
    caller: Caller,
  ): Promise<readonly AttemptedDelivery[]> {
    await this.workflows.requireManager(caller);
    return this.inner.listDeliveries(query, caller);
  }

  async redeliver(
    request: DeliveryRequest,
    caller: Caller,
  ): Promise<AttemptedDelivery> {
    await this.workflows.requireManager(caller);
    return this.inner.redeliver(request, caller);
  }
}
