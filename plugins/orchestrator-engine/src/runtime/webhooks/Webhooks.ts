import { EngineError } from '../../EngineError';
import { GuardedHttp } from '../../activities/http/GuardedHttp';
import type { EgressRules } from '../../activities/http/EgressPolicy';
import { isoTime } from '../../interpreter/time';
import type { HeldDuty } from '../../store/DutyStore';
import type { FeedReader } from '../../store/FeedReader';
import type {
  AttemptedDelivery,
  DeliveryPlace,
  Webhook,
  WebhookChange,
  WebhookDeliveryStatus,
  WebhookStore,
} from '../../store/WebhookStore';
import { systemClock, type Clock } from '../Clock';
import type { EngineLogger } from '../EngineLogger';
import type { SecretCipher } from '../secrets/SecretCipher';
import { noTelemetry, type Telemetry } from '../telemetry/Telemetry';
import { timeOrderedId } from '../timeOrderedId';
import { DeliveryQueue, newDelivery } from './DeliveryQueue';
import { DeliverySender } from './DeliverySender';
import { requireValidWebhook } from './requireValidWebhook';
import { TEST_EVENT_TYPE } from './webhookEvents';
import { WebhookSecrets } from './WebhookSecrets';

/** @see {@link Webhooks} @public */
export interface WebhooksOptions {
  readonly webhooks: WebhookStore;
  readonly feed: FeedReader;
  /** Address of the engine's API: sources of events are below it. */
  readonly source: string;
  /** Where events may be sent. Default: any host but link-local and metadata addresses. */
  readonly egress?: EgressRules;
  /** Encrypts secrets. Default: they are kept as they are. */
  readonly cipher?: SecretCipher;
  readonly logger: EngineLogger;
  readonly telemetry?: Telemetry;
  /** Default: the process's own. */
  readonly clock?: Clock;
  /** How long an attempt may take, milliseconds. Default: 15 seconds. */
  readonly timeoutMs?: number;
  /** How many webhooks there may be. Default: 100. */
  readonly maxWebhooks?: number;
  /** From 0 to 1, for pauses between attempts. Default: `Math.random`. */
  readonly random?: () => number;
}

/** What a webhook is made of. @public */
export interface WebhookRequest {
  readonly url: string;
  readonly events: readonly string[];
  /** Default: all. */
  readonly workflowIds?: readonly string[];
  /** Default: a random one. */
  readonly secret?: string;
  readonly createdBy: string;
}

/** What is to become of a webhook; what is left out stays. @public */
export interface WebhookChangeRequest extends Omit<WebhookChange, 'secret'> {
  /** A new secret. */
  readonly secret?: string;
  /** Whether a random secret is to replace the one there is. */
  readonly rotateSecret?: boolean;
}

/** A webhook, and its secret when it is a new one: it is shown this once. @public */
export interface WebhookWithSecret {
  readonly webhook: Webhook;
  readonly secret?: string;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_WEBHOOKS = 100;

/** For how long a secret that was replaced signs, too. */
const PREVIOUS_SECRET_MS = 24 * 60 * 60 * 1000;

/** How often it is counted how much is still to be sent. */
const COUNT_EVERY_MS = 60_000;

/** Sends lifecycle events to addresses outside: signed, again and again until they arrive, with every attempt on record. @public */
export class Webhooks {
  readonly #store: WebhookStore;
  readonly #clock: Clock;
  readonly #telemetry: Telemetry;
  readonly #maxWebhooks: number;
  readonly #secrets: WebhookSecrets;
  readonly #http: GuardedHttp;
  readonly #queue: DeliveryQueue;
  readonly #sender: DeliverySender;
  readonly #source: string;
  #countedAt = -Infinity;

  constructor(options: WebhooksOptions) {
    const { webhooks: store, clock = systemClock } = options;
    this.#store = store;
    this.#clock = clock;
    this.#source = options.source;
    this.#telemetry = options.telemetry ?? noTelemetry;
    this.#maxWebhooks = options.maxWebhooks ?? DEFAULT_MAX_WEBHOOKS;
    this.#secrets = new WebhookSecrets(options.cipher);
    this.#http = new GuardedHttp({
      plugins: { resolve: refusePlugin },
      egress: options.egress,
    });
    this.#queue = new DeliveryQueue({ ...options, store, clock });
    this.#sender = new DeliverySender({
      ...options,
      store,
      clock,
      secrets: this.#secrets,
      http: this.#http,
      telemetry: this.#telemetry,
      random: options.random ?? Math.random,
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    });
  }

  list(): Promise<readonly Webhook[]> {
    return this.#store.list();
  }

  /**
   * Adds a webhook, which gets events from now on.
   *
   * @throws {@link EngineError} `INPUT_INVALID`; `STATE_CONFLICT` when there are as many as there may be
   */
  async create(request: WebhookRequest): Promise<WebhookWithSecret> {
    requireValidWebhook(request, this.#http.egress);
    await this.#requirePlace();
    const { events, workflowIds = [], createdBy } = request;
    const { secret = this.#secrets.random() } = request;
    const now = this.#clock.now();
    const id = timeOrderedId(now);
    const webhook = await this.#store.create({
      id,
      url: normal(request.url),
      events,
      workflowIds,
      isEnabled: true,
      secret: this.#secrets.keep(secret, id),
      createdAt: now,
      createdBy,
    });
    return { webhook, secret };
  }

  /**
   * Changes a webhook. A secret that is replaced signs for a day along with the new one.
   *
   * @throws {@link EngineError} `WEBHOOK_NOT_FOUND`, `INPUT_INVALID`
   */
  async change(
    webhookId: string,
    request: WebhookChangeRequest,
  ): Promise<WebhookWithSecret> {
    requireValidWebhook(request, this.#http.egress);
    const { rotateSecret, secret: given, url, ...change } = request;
    const secret = given ?? (rotateSecret ? this.#secrets.random() : undefined);
    const webhook = await this.#store.change(webhookId, {
      ...change,
      url: url === undefined ? undefined : normal(url),
      secret: secret === undefined ? undefined : this.#kept(secret, webhookId),
    });
    if (!webhook) throw webhookNotFound(webhookId);
    this.#sender.nudge();
    return { webhook, secret };
  }

  /** @throws {@link EngineError} `WEBHOOK_NOT_FOUND` */
  async delete(webhookId: string): Promise<void> {
    if (await this.#store.delete(webhookId)) return;
    throw webhookNotFound(webhookId);
  }

  /**
   * Sends an event that says nothing, now and once, also to a webhook that is switched off.
   *
   * @throws {@link EngineError} `WEBHOOK_NOT_FOUND`
   */
  async test(webhookId: string): Promise<AttemptedDelivery> {
    const webhook = await this.#get(webhookId);
    const now = this.#clock.now();
    const delivery = newDelivery(webhook, {
      specversion: '1.0',
      id: timeOrderedId(now),
      source: `${this.#source}/v2/webhooks/${webhookId}`,
      type: TEST_EVENT_TYPE,
      time: isoTime(now),
      datacontenttype: 'application/json',
      data: { message: 'This webhook works' },
    });
    await this.#sender.sendOnce(webhook, { ...delivery, createdAt: now });
    return this.#delivery(webhookId, delivery.id);
  }

  /**
   * What was sent and is to be sent to a webhook, the latest first.
   *
   * @throws {@link EngineError} `WEBHOOK_NOT_FOUND`
   */
  async deliveries(page: {
    readonly webhookId: string;
    readonly status?: WebhookDeliveryStatus;
    readonly after?: DeliveryPlace;
    readonly limit: number;
  }): Promise<readonly AttemptedDelivery[]> {
    await this.#get(page.webhookId);
    return this.#store.deliveries(page);
  }

  /**
   * Sends something again, by the same id, whatever became of it. It is sent as often as something new, should that be needed.
   *
   * @throws {@link EngineError} `WEBHOOK_NOT_FOUND`, `DELIVERY_NOT_FOUND`; `STATE_CONFLICT` when the webhook is switched off
   */
  async redeliver(
    webhookId: string,
    deliveryId: string,
  ): Promise<AttemptedDelivery> {
    const { isEnabled } = await this.#get(webhookId);
    if (!isEnabled) {
      throw new EngineError(
        'STATE_CONFLICT',
        `The webhook "${webhookId}" is switched off; switch it on first`,
      );
    }
    const now = this.#clock.now();
    await this.#store.redeliver({ webhookId, deliveryId, now });
    const delivery = await this.#delivery(webhookId, deliveryId);
    this.#sender.nudge();
    return delivery;
  }

  /** Begins to send what is due, also what others have queued. */
  start(): void {
    this.#sender.nudge();
  }

  /** Ends after what is being sent; what takes longer than the grace is left to others. */
  async stop(graceMs: number): Promise<void> {
    await this.#sender.stop(graceMs);
    await this.#http.close();
  }

  /**
   * Queues what the feed has brought, as the one process that does so.
   *
   * @returns after how many milliseconds there is more to do, when there is
   */
  async queue(duty: HeldDuty, holder: string): Promise<number | undefined> {
    const { count, hasMore } = await this.#queue.fill(duty, holder);
    if (count > 0) this.#sender.nudge();
    await this.#countBacklog();
    return hasMore ? 0 : undefined;
  }

  async #countBacklog() {
    const now = this.#clock.now();
    if (now - this.#countedAt < COUNT_EVERY_MS) return;
    this.#countedAt = now;
    const backlog = await this.#store.backlog();
    this.#telemetry.measure('orchestrator.webhooks.backlog', backlog, {});
  }

  #kept(secret: string, webhookId: string) {
    return {
      secret: this.#secrets.keep(secret, webhookId),
      previousUntil: this.#clock.now() + PREVIOUS_SECRET_MS,
    };
  }

  async #get(webhookId: string): Promise<Webhook> {
    const webhook = await this.#store.get(webhookId);
    if (webhook) return webhook;
    throw webhookNotFound(webhookId);
  }

  async #delivery(
    webhookId: string,
    deliveryId: string,
  ): Promise<AttemptedDelivery> {
    const delivery = await this.#store.delivery(webhookId, deliveryId);
    if (delivery) return delivery;
    throw new EngineError(
      'DELIVERY_NOT_FOUND',
      `The webhook "${webhookId}" has no delivery "${deliveryId}"`,
    );
  }

  async #requirePlace(): Promise<void> {
    const { length } = await this.#store.list();
    if (length < this.#maxWebhooks) return;
    throw new EngineError(
      'STATE_CONFLICT',
      `There are ${length} webhooks, and there may be no more; delete one first`,
    );
  }
}

/** Without anything that an address cannot hold. */
function normal(url: string): string {
  return new URL(url).href;
}

function webhookNotFound(webhookId: string): EngineError {
  return new EngineError(
    'WEBHOOK_NOT_FOUND',
    `There is no webhook "${webhookId}"`,
  );
}

async function refusePlugin(): Promise<never> {
  throw new Error('Webhooks go to addresses outside the portal');
}
