import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { isBehind, type FeedEntry } from '../../store/FeedReader';
import type { Webhook } from '../../store/WebhookStore';
import { LIFECYCLE_TYPES, shortTypeOf } from '../lifecycle/Notice';

/** Types of events that webhooks can ask for, without what they have in common. */
export const WEBHOOK_EVENT_TYPES: readonly string[] = LIFECYCLE_TYPES;

/** The type of the event by which a webhook is tried out; nobody needs to ask for it. */
export const TEST_EVENT_TYPE = 'webhook.test';

/** Whether a pattern, a type or the beginning of types and `*`, can ever meet an event. */
export function isEventPattern(pattern: string): boolean {
  return WEBHOOK_EVENT_TYPES.some(type => fits(pattern, type));
}

/** Whether a webhook asks for events about tasks. */
export function wantsTasks({ events }: Webhook): boolean {
  return WEBHOOK_EVENT_TYPES.filter(type => type.startsWith('task.')).some(
    type => events.some(pattern => fits(pattern, type)),
  );
}

/** Whether a webhook gets events that an entry of the feed makes. */
export function getsEntry(
  { since, workflowIds }: Webhook,
  { cursor, instance }: FeedEntry,
): boolean {
  return (
    isBehind(cursor, since) &&
    (workflowIds.length === 0 || workflowIds.includes(instance.workflowId))
  );
}

/** Whether a webhook asks for a lifecycle event. */
export function asksFor({ events }: Webhook, event: CloudEvent): boolean {
  return events.some(pattern => fits(pattern, shortTypeOf(event.type)));
}

function fits(pattern: string, type: string): boolean {
  return pattern.endsWith('*')
    ? type.startsWith(pattern.slice(0, -1))
    : type === pattern;
}
