/**
 * Sends what is due, in every process that has a worker.
 *
 * - W3 A delivery is held by the worker while it is sent: others leave it alone, and take it over when the worker is dead, or silent
 *   for too long by the database's clock. So it is sent at least once. What was sent is not sent again because it could not be noted
 *   at once, and what was claimed without this process having heard of it is given back.
 * - W4 A webhook has a few places only, one while it fails, and failing ones together have half of all places: whoever does not
 *   answer keeps nobody else waiting.
 */
import { randomUUID } from 'node:crypto';
import { isUnavailable } from '../../EngineError';
import type { GuardedHttp } from '../../activities/egress/GuardedHttp';
import type {
  DeliverySettlement,
  DueWebhook,
  NewWebhookDelivery,
  Webhook,
  WebhookDelivery,
  WebhookStore,
} from '../../store/WebhookStore';
import type { Clock } from '../Clock';
import { messageOf, type EngineLogger } from '../EngineLogger';
import type { Telemetry } from '../telemetry/Telemetry';
import { RETRY_DELAYS_MS } from './retrySchedule';
import { sendMessage, textOf, type SentMessage } from './sendMessage';
import { settlementOf } from './settlementOf';
import { signatureHeaders } from './signatureHeaders';
import type { WebhookSecrets } from './WebhookSecrets';

/** @see {@link DeliverySender} */
interface DeliverySenderOptions {
  readonly store: WebhookStore;
  readonly secrets: WebhookSecrets;
  readonly http: GuardedHttp;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  readonly telemetry: Telemetry;
  /** From 0 to 1. */
  readonly random: () => number;
  /** How long one attempt may take. */
  readonly timeoutMs: number;
}

/** How often to look for what is due again, or what somebody else has left undone. */
const POLL_MS = 1_000;

/** Deliveries that one process sends at once, and how many of them to webhooks that fail. */
const PLACES = 40;
const PLACES_FOR_FAILING = 20;

/** Deliveries that all processes send to one webhook at once. */
const PLACES_FOR_ONE = 5;

/** How much longer than an attempt a delivery is held. */
const HOLD_MARGIN_MS = 15_000;

/** How long to wait before it is tried again to note what has been sent. */
const NOTE_AGAIN_MS = 500;

/** What is said of a message: it is JSON, and a CloudEvent. */
const CONTENT_TYPE = 'application/cloudevents+json';

/** See the module header. */
export class DeliverySender {
  readonly #options: DeliverySenderOptions;
  readonly #stopping = new AbortController();
  /** What is being sent, and whether to a webhook that fails. */
  readonly #running = new Map<Promise<void>, boolean>();
  /** Ids of what is being sent. */
  readonly #sending = new Set<string>();
  /** Whether the worker may hold deliveries that it does not know of. */
  #mayHaveStrays = false;
  #cancelNext = () => {};
  #turn: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;
  #worker: () => string | undefined = () => undefined;
  #heldBy: string | undefined;

  constructor(options: DeliverySenderOptions) {
    this.#options = options;
  }

  /** Sends what is due, from now on. @param worker - of this process; nothing is sent while there is none */
  start(worker: () => string | undefined): void {
    this.#worker = worker;
    this.nudge();
  }

  /** Sends what is due. */
  nudge(): void {
    if (this.#isStopped) return;
    this.#isWanted = true;
    this.#turn ??= this.#turns();
  }

  /** Sends a delivery now, once and never again. */
  async sendOnce(
    webhook: Webhook,
    delivery: NewWebhookDelivery,
  ): Promise<void> {
    const tries = RETRY_DELAYS_MS.length;
    const holder = this.#worker() ?? randomUUID();
    const hold = { ...this.#holdBy(holder), tries };
    this.#sending.add(delivery.id);
    try {
      const held = await this.#options.store.addHeld(delivery, hold);
      await this.#deliver(webhook, held, holder);
    } finally {
      this.#sending.delete(delivery.id);
    }
  }

  /** Ends after what is being sent; what takes longer than the grace is left to others. */
  async stop(graceMs: number): Promise<void> {
    const { clock, store, logger } = this.#options;
    this.#isStopped = true;
    this.#isWanted = false;
    this.#cancelNext();
    const cancel = clock.schedule(() => this.#stopping.abort(), graceMs);
    await this.#turn;
    await Promise.all(this.#running.keys());
    cancel();
    try {
      if (this.#heldBy !== undefined) await store.release(this.#heldBy);
    } catch (error) {
      logger.info(`Deliveries are left to others: ${messageOf(error)}`);
    }
  }

  async #turns() {
    const { logger, clock } = this.#options;
    this.#cancelNext();
    while (this.#isWanted) {
      this.#isWanted = false;
      try {
        await this.#sendDue();
      } catch (error) {
        this.#mayHaveStrays = true;
        logger.warn(`Webhooks: ${messageOf(error)}; trying again later`);
      }
    }
    this.#turn = undefined;
    if (this.#isStopped) return;
    this.#cancelNext = clock.schedule(() => this.nudge(), POLL_MS);
  }

  /** W4 */
  async #sendDue() {
    const { store, clock } = this.#options;
    const worker = this.#worker();
    if (worker === undefined) return;
    this.#heldBy = worker;
    await this.#releaseStrays(worker);
    const due = await store.due(clock.now());
    const failing = (one: DueWebhook) => Number(isFailing(one.webhook));
    const inTurn = [...due].sort(
      (a, b) => failing(a) - failing(b) || a.held - b.held,
    );
    for (const one of inTurn) {
      if (this.#isStopped) return;
      await this.#sendTo(one, worker);
    }
  }

  async #releaseStrays(worker: string) {
    if (!this.#mayHaveStrays) return;
    await this.#options.store.release(worker, [...this.#sending]);
    this.#mayHaveStrays = false;
  }

  async #sendTo({ webhook, held }: DueWebhook, worker: string) {
    const { store, clock } = this.#options;
    const limit = Math.min(
      (isFailing(webhook) ? 1 : PLACES_FOR_ONE) - held,
      this.#freePlaces(isFailing(webhook)),
    );
    if (limit <= 0) return;
    const claimed = await store.claim({
      ...this.#holdBy(worker),
      webhookId: webhook.id,
      now: clock.now(),
      limit,
    });
    claimed.forEach(delivery => this.#begin(webhook, delivery, worker));
  }

  #freePlaces(forFailing: boolean): number {
    const free = PLACES - this.#running.size;
    if (!forFailing) return free;
    const taken = [...this.#running.values()].filter(Boolean).length;
    return Math.min(free, PLACES_FOR_FAILING - taken);
  }

  #begin(webhook: Webhook, delivery: WebhookDelivery, holder: string) {
    const { logger } = this.#options;
    const fields = { webhookId: webhook.id, deliveryId: delivery.id };
    this.#sending.add(delivery.id);
    const running = this.#deliver(webhook, delivery, holder)
      .catch(error => {
        if (this.#isStopped) return;
        logger.warn(
          `How it was delivered is not noted; it will be sent again: ${messageOf(
            error,
          )}`,
          fields,
        );
      })
      .finally(() => {
        this.#running.delete(running);
        this.#sending.delete(delivery.id);
        this.nudge();
      });
    this.#running.set(running, isFailing(webhook));
  }

  async #deliver(
    webhook: Webhook,
    delivery: WebhookDelivery,
    holder: string,
  ): Promise<void> {
    const { clock, random, telemetry } = this.#options;
    const sent = await this.#send(webhook, delivery);
    const settlement = settlementOf(
      sent,
      { webhook, delivery },
      { now: clock.now(), random: random() },
    );
    await this.#note({ ...settlement, holder });
    this.#tellOf(settlement, webhook);
    const { status: outcome } = settlement;
    telemetry.count('orchestrator.webhooks.attempts', 1, { outcome });
    const { durationMs } = sent.attempt;
    telemetry.measure('orchestrator.webhooks.duration', durationMs, {
      outcome,
    });
  }

  /** W3: a database that is away is asked again as long as others leave this delivery alone. */
  async #note(settlement: DeliverySettlement): Promise<void> {
    const { store, clock } = this.#options;
    const giveUpAt = clock.now() + HOLD_MARGIN_MS;
    for (;;) {
      try {
        await store.settle(settlement);
        return;
      } catch (error) {
        const isWorthATry = isUnavailable(error) && clock.now() < giveUpAt;
        if (!isWorthATry || this.#stopping.signal.aborted) throw error;
      }
      await this.#pause(NOTE_AGAIN_MS);
    }
  }

  /** Until the time is over, or this ends. */
  #pause(ms: number): Promise<void> {
    const { clock } = this.#options;
    const { signal } = this.#stopping;
    return new Promise(resolve => {
      const end = () => {
        cancel();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const cancel = clock.schedule(end, ms);
      signal.addEventListener('abort', end);
    });
  }

  async #send(
    webhook: Webhook,
    { id, body }: WebhookDelivery,
  ): Promise<SentMessage> {
    const { secrets, clock } = this.#options;
    const time = clock.now();
    try {
      const keys = secrets.keysOf(webhook, time);
      const headers = {
        'content-type': CONTENT_TYPE,
        ...signatureHeaders({ id, time, body }, keys),
      };
      const message = { url: webhook.url, headers, body };
      const { signal } = this.#stopping;
      return await sendMessage(message, { ...this.#options, signal });
    } catch (error) {
      this.#stopping.signal.throwIfAborted();
      return { attempt: { time, durationMs: 0, error: textOf(error) } };
    }
  }

  #tellOf(
    { disableBecause }: ReturnType<typeof settlementOf>,
    { id: webhookId }: Webhook,
  ) {
    if (disableBecause === undefined) return;
    const { logger } = this.#options;
    logger.warn(`A webhook is switched off. ${disableBecause}`, { webhookId });
  }

  /** W3 */
  #holdBy(holder: string) {
    return { holder, forMs: this.#options.timeoutMs + HOLD_MARGIN_MS };
  }
}

function isFailing({ failingSince }: Webhook): boolean {
  return failingSince !== undefined;
}
