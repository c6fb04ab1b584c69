import type {
  AttemptedDelivery,
  Webhook,
  WebhookChangeRequest,
  WebhookRequest,
  WebhookWithSecret,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { AuditTrail } from '../AuditTrail';
import type { Caller } from '../Caller';
import type {
  DeliveryQuery,
  DeliveryRequest,
  WebhookService,
} from './WebhookService';

/** Notes every change to webhooks, every event that somebody has sent by them, and whoever was denied them. Never notes secrets. */
export class AuditedWebhookService implements WebhookService {
  constructor(
    private readonly inner: WebhookService,
    private readonly trail: AuditTrail,
  ) {}

  list(caller: Caller): Promise<readonly Webhook[]> {
    const read = () => this.inner.list(caller);
    return this.trail.read('webhook-list', caller, {}, read);
  }

  get(webhookId: string, caller: Caller): Promise<Webhook> {
    const read = () => this.inner.get(webhookId, caller);
    return this.trail.read('webhook-get', caller, { webhookId }, read);
  }

  create(
    request: Omit<WebhookRequest, 'createdBy'>,
    caller: Caller,
  ): Promise<WebhookWithSecret> {
    const meta = { host: hostOf(request.url) };
    const create = () => this.inner.create(request, caller);
    return this.trail.write(
      'webhook-create',
      caller,
      meta,
      create,
      ({ webhook }) => ({ webhookId: webhook.id }),
    );
  }

  update(
    request: WebhookChangeRequest & { readonly webhookId: string },
    caller: Caller,
  ): Promise<WebhookWithSecret> {
    const { webhookId, ...change } = request;
    const changes = Object.entries(change)
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name);
    const meta = { webhookId, changes };
    const update = () => this.inner.update(request, caller);
    return this.trail.write('webhook-update', caller, meta, update);
  }

  delete(webhookId: string, caller: Caller): Promise<void> {
    const remove = () => this.inner.delete(webhookId, caller);
    return this.trail.write('webhook-delete', caller, { webhookId }, remove);
  }

  test(webhookId: string, caller: Caller): Promise<AttemptedDelivery> {
    const test = () => this.inner.test(webhookId, caller);
    return this.trail.write('webhook-test', caller, { webhookId }, test);
  }

  listDeliveries(
    query: DeliveryQuery,
    caller: Caller,
  ): Promise<readonly AttemptedDelivery[]> {
    const { webhookId } = query;
    const read = () => this.inner.listDeliveries(query, caller);
    return this.trail.read('webhook-deliveries', caller, { webhookId }, read);
  }

  redeliver(
    request: DeliveryRequest,
    caller: Caller,
  ): Promise<AttemptedDelivery> {
    const meta = { ...request };
    const redeliver = () => this.inner.redeliver(request, caller);
    return this.trail.write('webhook-redeliver', caller, meta, redeliver);
  }
}

/** Addresses can hold secrets in their paths. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
