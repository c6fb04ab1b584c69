import type {
  AttemptedDelivery,
  DeliveryPlace,
  Webhook,
  WebhookChangeRequest,
  WebhookDeliveryStatus,
  WebhookRequest,
  WebhookWithSecret,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Caller } from '../Caller';

/** A delivery of a webhook. */
export interface DeliveryRequest {
  readonly webhookId: string;
  readonly deliveryId: string;
}

/** Which deliveries are wanted. */
export interface DeliveryQuery {
  readonly webhookId: string;
  readonly status?: WebhookDeliveryStatus;
  readonly after?: DeliveryPlace;
  readonly limit: number;
}

/** What callers can do with webhooks. A secret is only in the answer that makes it. */
export interface WebhookService {
  list(caller: Caller): Promise<readonly Webhook[]>;
  /** @throws {@link EngineError} `WEBHOOK_NOT_FOUND` */
  get(webhookId: string, caller: Caller): Promise<Webhook>;
  /** @throws {@link EngineError} `INPUT_INVALID`, `STATE_CONFLICT` */
  create(
    request: Omit<WebhookRequest, 'createdBy'>,
    caller: Caller,
  ): Promise<WebhookWithSecret>;
  /** @throws {@link EngineError} `WEBHOOK_NOT_FOUND`, `INPUT_INVALID` */
  update(
    request: WebhookChangeRequest & { readonly webhookId: string },
    caller: Caller,
  ): Promise<WebhookWithSecret>;
  /** @throws {@link EngineError} `WEBHOOK_NOT_FOUND` */
  delete(webhookId: string, caller: Caller): Promise<void>;
  /** Sends a test event now. @throws {@link EngineError} `WEBHOOK_NOT_FOUND` */
  test(webhookId: string, caller: Caller): Promise<AttemptedDelivery>;
  /** The latest first. @throws {@link EngineError} `WEBHOOK_NOT_FOUND` */
  listDeliveries(
    query: DeliveryQuery,
    caller: Caller,
  ): Promise<readonly AttemptedDelivery[]>;
  /** @throws {@link EngineError} `WEBHOOK_NOT_FOUND`, `DELIVERY_NOT_FOUND`, `STATE_CONFLICT` */
  redeliver(
    request: DeliveryRequest,
    caller: Caller,
  ): Promise<AttemptedDelivery>;
}
