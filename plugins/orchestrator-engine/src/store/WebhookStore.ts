/** An address that events are sent to. Times are milliseconds since the epoch. @public */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Which types of events: `workflow.faulted`, or the beginning of types and `*`. */
  readonly events: readonly string[];
  /** Of which workflows; empty: of all. */
  readonly workflowIds: readonly string[];
  readonly isEnabled: boolean;
  /** Why it was switched off, when it was not by a person. */
  readonly disabledBecause?: string;
  /** Of the feed: events that came earlier are not for it. */
  readonly since: string;
  /** No attempt has gone well since then. */
  readonly failingSince?: number;
  /** What signs, in the form in which it is kept. */
  readonly secret: string;
  /** What signs, too, for a while. */
  readonly previousSecret?: KeptSecret;
  readonly createdAt: number;
  readonly createdBy: string;
}

/** A secret that has been replaced. @public */
export interface KeptSecret {
  readonly secret: string;
  /** When it is of no more use. */
  readonly until: number;
}

/** A webhook that is not there yet: it begins with the events from now on. @public */
export type NewWebhook = Omit<
  Webhook,
  'since' | 'disabledBecause' | 'failingSince' | 'previousSecret'
>;

/** What becomes of a webhook; what is left out stays. @public */
export interface WebhookChange {
  readonly url?: string;
  readonly events?: readonly string[];
  readonly workflowIds?: readonly string[];
  /** One that is switched on again begins with the events from now on. */
  readonly isEnabled?: boolean;
  /** A new secret, and until when the one that it replaces signs, too. */
  readonly secret?: {
    readonly secret: string;
    readonly previousUntil: number;
  };
}

/** What became of a delivery. @public */
export type WebhookDeliveryStatus = 'pending' | 'delivered' | 'failed';

/** One event for one webhook. @public */
export interface WebhookDelivery {
  /** The same for every attempt: what the receiver knows it by. */
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly eventType: string;
  /** Absent when it is about no instance. */
  readonly instanceId?: string;
  /** As it is sent: JSON text. */
  readonly body: string;
  readonly status: WebhookDeliveryStatus;
  /** How much of the schedule of attempts is used up. */
  readonly tries: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When it is sent next, milliseconds since the epoch; absent when it is not. */
  readonly nextAt?: number;
}

/** A delivery that is due at once. @public */
export type NewWebhookDelivery = Omit<
  WebhookDelivery,
  'status' | 'nextAt' | 'tries'
>;

/** How an attempt went. @public */
export interface WebhookAttempt {
  /** When it began. */
  readonly time: number;
  readonly durationMs: number;
  /** Of the answer, when there was one. */
  readonly status?: number;
  /** How the answer begins. */
  readonly answer?: string;
  /** Why there was no answer. */
  readonly error?: string;
}

/** A delivery with all attempts, in order. @public */
export interface AttemptedDelivery {
  readonly delivery: WebhookDelivery;
  readonly attempts: readonly WebhookAttempt[];
}

/** A webhook for which something is due, and how many of its deliveries are being sent right now by anyone. @public */
export interface DueWebhook {
  readonly webhook: Webhook;
  readonly held: number;
}

/** Which worker sends, and for how long others leave that to it, as long as it lives. By the database's clock. @public */
export interface DeliveryHold {
  readonly holder: string;
  readonly forMs: number;
}

/** What an attempt changes. @public */
export interface DeliverySettlement {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly holder: string;
  readonly attempt: WebhookAttempt;
  readonly status: WebhookDeliveryStatus;
  readonly tries: number;
  readonly nextAt?: number;
  /** Switches the webhook off. */
  readonly disableBecause?: string;
}

/** A place in a list of deliveries, the latest first. @public */
export type DeliveryPlace = Pick<WebhookDelivery, 'createdAt' | 'id'>;

/**
 * Webhooks, what is to be sent to them, and how that went.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface WebhookStore {
  /** All, the oldest first. */
  list(): Promise<readonly Webhook[]>;
  get(webhookId: string): Promise<Webhook | undefined>;
  create(webhook: NewWebhook): Promise<Webhook>;
  /** @returns the webhook as it is then; `undefined` when there is none */
  change(
    webhookId: string,
    change: WebhookChange,
  ): Promise<Webhook | undefined>;
  /** Whether there was one. What is to be sent to it is not sent any more. */
  delete(webhookId: string): Promise<boolean>;

  /**
   * Adds what a part of the feed brings, and notes how far the feed has been read, in one transaction. What is there already stays
   * as it is.
   *
   * @param part - `duty`, `holder`: the duty whose state is how far the feed was read; `from`: that state, `to`: the next one
   * @returns `false`, and nothing is added, when the duty is another's or its state another by now
   */
  queue(part: {
    readonly duty: string;
    readonly holder: string;
    readonly from: string | undefined;
    readonly to: string;
    readonly deliveries: readonly NewWebhookDelivery[];
  }): Promise<boolean>;

  /** Adds a delivery that is already held, with its last try. */
  addHeld(
    delivery: NewWebhookDelivery,
    hold: DeliveryHold & { readonly tries: number },
  ): Promise<WebhookDelivery>;

  /** Webhooks that are switched on and for which something is due that nobody sends. */
  due(now: number): Promise<readonly DueWebhook[]>;
  /** Takes deliveries that are due, the longest due first; those that others take at the same time are left to them. */
  claim(
    claim: DeliveryHold & {
      readonly webhookId: string;
      readonly now: number;
      readonly limit: number;
    },
  ): Promise<readonly WebhookDelivery[]>;
  /** Notes an attempt, once however often it is asked to, and what becomes of the delivery unless somebody else holds it by now. */
  settle(settlement: DeliverySettlement): Promise<void>;
  /** Leaves to others what a holder has not settled. @param but - ids of what it goes on to hold */
  release(holder: string, but?: readonly string[]): Promise<void>;

  /** Deliveries of a webhook, the latest first. */
  deliveries(page: {
    readonly webhookId: string;
    readonly status?: WebhookDeliveryStatus;
    readonly after?: DeliveryPlace;
    readonly limit: number;
  }): Promise<readonly AttemptedDelivery[]>;
  delivery(
    webhookId: string,
    deliveryId: string,
  ): Promise<AttemptedDelivery | undefined>;
  /** Makes a delivery due, with the whole schedule before it; `false` when there is none. */
  redeliver(delivery: {
    readonly webhookId: string;
    readonly deliveryId: string;
    readonly now: number;
  }): Promise<boolean>;
  /** How many deliveries are still to be sent. */
  backlog(): Promise<number>;
}
