import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  AttemptedDelivery,
  Webhook,
  WebhookChangeRequest,
  WebhookRequest,
  WebhookWithSecret,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { AuditTrail } from './AuditTrail';
import type { Caller } from './Caller';
import type {
  DeliveryQuery,
  DeliveryRequest,
  WebhookService,
} from './WebhookService';

/** Notes every change to webhooks, every event that somebody has sent by them, and whoever was denied them. Never notes secrets. */
export class AuditedWebhookService implements WebhookService {
  readonly #trail: AuditTrail;

  constructor(private readonly inner: WebhookService, auditor: AuditorService) {
    this.#trail = new AuditTrail(auditor);
  }

  list(caller: Caller): Promise<readonly Webhook[]> {
    const read = () => this.inner.list(caller);
    return this.#trail.read('webhook-list', caller, {}, read);
  }

  create(
    request: Omit<WebhookRequest, 'createdBy'>,
    caller: Caller,
  ): Promise<WebhookWithSecret> {
    const meta = { host: hostOf(request.url) };
    return this.#trail.write('webhook-create', caller, meta, async () => {
      const result = await this.inner.create(request, caller);
      return { result, meta: { webhookId: result.webhook.id } };
    });
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
    return this.#write('webhook-update', caller, meta, () =>
      this.inner.update(request, caller),
    );
  }

  delete(webhookId: string, caller: Caller): Promise<void> {
    return this.#write('webhook-delete', caller, { webhookId }, () =>
      this.inner.delete(webhookId, caller),
    );
  }

  test(webhookId: string, caller: Caller): Promise<AttemptedDelivery> {
    return this.#write('webhook-test', caller, { webhookId }, () =>
      this.inner.test(webhookId, caller),
    );
  }

  listDeliveries(
    query: DeliveryQuery,
    caller: Caller,
  ): Promise<readonly AttemptedDelivery[]> {
    const { webhookId } = query;
    const read = () => this.inner.listDeliveries(query, caller);
    return this.#trail.read('webhook-deliveries', caller, { webhookId }, read);
  }

  redeliver(
    request: DeliveryRequest,
    caller: Caller,
  ): Promise<AttemptedDelivery> {
    return this.#write('webhook-redeliver', caller, { ...request }, () =>
      this.inner.redeliver(request, caller),
    );
  }

  #write<T>(
    eventId: string,
    caller: Caller,
    meta: JsonObject,
    write: () => Promise<T>,
  ): Promise<T> {
    return this.#trail.write(eventId, caller, meta, async () => ({
      result: await write(),
      meta: {},
    }));
  }
}

/** Addresses can hold secrets in their paths. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
