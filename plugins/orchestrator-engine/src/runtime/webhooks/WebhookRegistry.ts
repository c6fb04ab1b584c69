import { EngineError } from '../../EngineError';
import type { EgressPolicy } from '../../activities/egress/EgressPolicy';
import type {
  Webhook,
  WebhookChange,
  WebhookStore,
} from '../../store/WebhookStore';
import type { Clock } from '../Clock';
import { timeOrderedId } from '../timeOrderedId';
import { requireValidWebhook } from './requireValidWebhook';
import type { WebhookSecrets } from './WebhookSecrets';

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

/** For how long a secret that was replaced signs, too. */
const PREVIOUS_SECRET_MS = 24 * 60 * 60 * 1000;

/** Which webhooks there are. @public */
export class WebhookRegistry {
  constructor(
    private readonly options: {
      readonly store: WebhookStore;
      readonly secrets: WebhookSecrets;
      readonly egress: EgressPolicy;
      readonly clock: Clock;
      readonly maxWebhooks: number;
    },
  ) {}

  /** All, the oldest first. */
  list(): Promise<readonly Webhook[]> {
    return this.options.store.list();
  }

  /** @throws {@link EngineError} `WEBHOOK_NOT_FOUND` */
  async get(webhookId: string): Promise<Webhook> {
    const webhook = await this.options.store.get(webhookId);
    if (webhook) return webhook;
    throw webhookNotFound(webhookId);
  }

  /**
   * Adds a webhook, which gets events from now on.
   *
   * @throws {@link EngineError} `INPUT_INVALID`; `STATE_CONFLICT` when there are as many as there may be
   */
  async create(request: WebhookRequest): Promise<WebhookWithSecret> {
    const { store, secrets, egress, clock } = this.options;
    requireValidWebhook(request, egress);
    await this.#requirePlace();
    const { events, workflowIds = [], createdBy } = request;
    const { secret = secrets.random() } = request;
    const createdAt = clock.now();
    const id = timeOrderedId(createdAt);
    const webhook = await store.create({
      id,
      url: normal(request.url),
      events,
      workflowIds,
      isEnabled: true,
      secret: secrets.keep(secret, id),
      createdAt,
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
    const { store, secrets, egress } = this.options;
    requireValidWebhook(request, egress);
    const { rotateSecret, secret: given, url, ...change } = request;
    const secret = given ?? (rotateSecret ? secrets.random() : undefined);
    const webhook = await store.change(webhookId, {
      ...change,
      ...(url !== undefined && { url: normal(url) }),
      ...(secret !== undefined && { secret: this.#kept(secret, webhookId) }),
    });
    if (webhook) return { webhook, secret };
    throw webhookNotFound(webhookId);
  }

  /** @throws {@link EngineError} `WEBHOOK_NOT_FOUND` */
  async delete(webhookId: string): Promise<void> {
    if (await this.options.store.delete(webhookId)) return;
    throw webhookNotFound(webhookId);
  }

  #kept(secret: string, webhookId: string) {
    const { secrets, clock } = this.options;
    return {
      secret: secrets.keep(secret, webhookId),
      previousUntil: clock.now() + PREVIOUS_SECRET_MS,
    };
  }

  async #requirePlace(): Promise<void> {
    const { length } = await this.list();
    if (length < this.options.maxWebhooks) return;
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
