import { EngineError } from '../../EngineError';
import type { EgressRules } from '../../activities/egress/EgressPolicy';
import { GuardedHttp } from '../../activities/egress/GuardedHttp';
import type { PluginEndpoints } from '../../activities/egress/PluginEndpoints';
import { isoTime } from '../../interpreter/time';
import type { HeldDuty } from '../../store/DutyStore';
import type { FeedReader } from '../../store/FeedReader';
import type {
  AttemptedDelivery,
  DeliveryPlace,
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
import { TEST_EVENT_TYPE } from './webhookEvents';
import { WebhookRegistry } from './WebhookRegistry';
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

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_WEBHOOKS = 100;

/** How often it is counted how much is still to be sent. */
const COUNT_EVERY_MS = 60_000;

/** Sends lifecycle events to addresses outside: signed, again and again until they arrive, with every attempt on record. @public */
export class Webhooks {
  readonly registry: WebhookRegistry;
  readonly #store: WebhookStore;
  readonly #clock: Clock;
  readonly #telemetry: Telemetry;
  readonly #http: GuardedHttp;
  readonly #queue: DeliveryQueue;
  readonly #sender: DeliverySender;
  readonly #source: string;
  #countedAt = -Infinity;

  constructor(options: WebhooksOptions) {
    const { webhooks: store, clock = systemClock, egress } = options;
    const { telemetry = noTelemetry, random = Math.random } = options;
    const { timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const { maxWebhooks = DEFAULT_MAX_WEBHOOKS } = options;
    const secrets = new WebhookSecrets(options.cipher);
    const http = new GuardedHttp({ plugins: noPlugins, egress });
    const means = { ...options, store, clock, secrets, http };
    this.#store = store;
    this.#clock = clock;
    this.#telemetry = telemetry;
    this.#http = http;
    this.#source = options.source;
    this.registry = new WebhookRegistry({
      ...means,
      egress: http.egress,
      maxWebhooks,
    });
    this.#queue = new DeliveryQueue(means);
    this.#sender = new DeliverySender({
      ...means,
      telemetry,
      random,
      timeoutMs,
    });
  }

  /**
   * Sends an event that says nothing, now and once, also to a webhook that is switched off.
   *
   * @throws {@link EngineError} `WEBHOOK_NOT_FOUND`
   */
  async test(webhookId: string): Promise<AttemptedDelivery> {
    const webhook = await this.registry.get(webhookId);
    const createdAt = this.#clock.now();
    const delivery = newDelivery(webhook, {
      specversion: '1.0',
      id: timeOrderedId(createdAt),
      source: `${this.#source}/v2/webhooks/${webhookId}`,
      type: TEST_EVENT_TYPE,
      time: isoTime(createdAt),
      datacontenttype: 'application/json',
      data: { message: 'This webhook works' },
    });
    await this.#sender.sendOnce(webhook, { ...delivery, createdAt });
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
    await this.registry.get(page.webhookId);
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
    const { isEnabled } = await this.registry.get(webhookId);
    await this.#delivery(webhookId, deliveryId);
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

  /** Begins to send what is due, also what others have queued. @param worker - of this process; nothing is sent while there is none */
  start(worker: () => string | undefined): void {
    this.#sender.start(worker);
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
    this.#telemetry.gauge('orchestrator.webhooks.backlog', backlog, {});
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
}

/** An address of a plugin is refused before it is ever called. */
const noPlugins: PluginEndpoints = {
  resolve: async () => {
    throw new Error('Webhooks go to addresses outside the portal');
  },
};
