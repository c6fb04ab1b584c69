import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import type {
  CloudEvent,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { WorkflowRuntime } from '@stagecraft/backstage-plugin-orchestrator-engine';

/**
 * Hands events of the portal's events service to the workflows that listen.
 *
 * A payload that is a CloudEvent is taken as it is; any other becomes the data of one whose type is the topic.
 */
export async function receiveEvents(options: {
  readonly topics: readonly string[];
  readonly events: EventsService;
  readonly runtime: Pick<WorkflowRuntime, 'deliver'>;
  readonly logger: LoggerService;
}): Promise<void> {
  const { topics, events, runtime, logger } = options;
  if (topics.length === 0) return;
  await events.subscribe({
    id: 'orchestrator',
    topics: [...topics],
    async onEvent(params) {
      await runtime.deliver(cloudEventOf(params));
      logger.debug('An event has come', { topic: params.topic });
    },
  });
}

/** An event of the portal as a CloudEvent. */
export function cloudEventOf({ topic, eventPayload }: EventParams): CloudEvent {
  if (isCloudEvent(eventPayload)) return eventPayload;
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: `/backstage/events/${encodeURIComponent(topic)}`,
    type: topic,
    data: jsonOf(eventPayload),
  };
}

function isCloudEvent(payload: unknown): payload is CloudEvent {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    'specversion' in payload &&
    payload.specversion === '1.0' &&
    ['id', 'source', 'type'].every(
      name => typeof Reflect.get(payload, name) === 'string',
    )
  );
}

/** What of a payload survives being written down. */
function jsonOf(payload: unknown): Json {
  return payload === undefined ? null : JSON.parse(JSON.stringify(payload));
}
