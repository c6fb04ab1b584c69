/**
 * Makes deliveries of what the feed brings.
 *
 * - W1 What is read and how far the feed has been read are committed together: whoever dies in between, nothing is lost, and
 *   nothing is queued twice.
 * - W2 A delivery's id comes of the webhook and the event: the same event is the same delivery.
 */
import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { deterministicId } from '../../interpreter/deterministicId';
import type { HeldDuty } from '../../store/DutyStore';
import {
  isBehind,
  type FeedEntry,
  type FeedReader,
} from '../../store/FeedReader';
import type {
  NewWebhookDelivery,
  Webhook,
  WebhookStore,
} from '../../store/WebhookStore';
import type { Clock } from '../Clock';
import {
  lifecycleEntryTypes,
  lifecycleEvents,
  type LifecycleLevel,
} from '../lifecycle/lifecycleEvents';
import { shortTypeOf } from '../lifecycle/Notice';
import { asksFor, getsEntry, wantsTasks } from './webhookEvents';

/** The duty whose state is how far the feed has been read. */
export const QUEUE_DUTY = 'webhooks';

/** Entries that are read at once. */
const BATCH = 200;

/** See the module header. */
export class DeliveryQueue {
  constructor(
    private readonly options: {
      readonly store: WebhookStore;
      readonly feed: FeedReader;
      /** Address of the engine's API. */
      readonly source: string;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Queues what has come since the last time.
   *
   * @returns how many deliveries, and whether there is more at once
   */
  async fill(
    { state }: HeldDuty,
    holder: string,
  ): Promise<{ readonly count: number; readonly hasMore: boolean }> {
    const { store, feed } = this.options;
    const webhooks = (await store.list()).filter(one => one.isEnabled);
    const nothing = { count: 0, hasMore: false };
    if (webhooks.length === 0) return nothing;
    const level = webhooks.some(wantsTasks) ? 'all' : 'workflow';
    const page = await feed.read({
      after: beginOf(webhooks, state),
      limit: BATCH,
      types: lifecycleEntryTypes(level),
    });
    if (page.cursor === state) return nothing;
    const deliveries = page.entries
      .filter(({ instance }) => instance.testSession === undefined)
      .flatMap(entry => this.#deliveries(entry, webhooks, level));
    const isQueued = await store.queue({
      duty: QUEUE_DUTY,
      holder,
      from: state,
      to: page.cursor,
      deliveries,
    });
    return isQueued
      ? { count: deliveries.length, hasMore: page.hasMore }
      : nothing;
  }

  #deliveries(
    entry: FeedEntry,
    webhooks: readonly Webhook[],
    level: LifecycleLevel,
  ): readonly NewWebhookDelivery[] {
    const { source, clock } = this.options;
    const getting = webhooks.filter(one => getsEntry(one, entry));
    if (getting.length === 0) return [];
    const about = { instanceId: entry.instance.id, createdAt: clock.now() };
    return lifecycleEvents(entry, { source, level }).flatMap(event =>
      getting
        .filter(webhook => asksFor(webhook, event))
        .map(webhook => ({ ...newDelivery(webhook, event), ...about })),
    );
  }
}

/** An event as it is sent to a webhook. W2 */
export function newDelivery(
  { id }: Webhook,
  event: CloudEvent,
): Omit<NewWebhookDelivery, 'createdAt'> {
  return {
    id: deterministicId(JSON.stringify([id, event.source, event.id])),
    webhookId: id,
    eventId: event.id,
    eventType: shortTypeOf(event.type),
    body: JSON.stringify(event),
  };
}

/** Nobody wants what came before all of the webhooks. */
function beginOf(
  webhooks: readonly Webhook[],
  state: string | undefined,
): string {
  const first = webhooks
    .map(({ since }) => since)
    .reduce((a, b) => (isBehind(a, b) ? b : a));
  return state !== undefined && isBehind(state, first) ? state : first;
}
