import type { CloudEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  EventRead,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { asText } from '../../json';

/**
 * What of an event is handed on (DSL reference, "Listen"): its data; all of it; or its data as it came, which is text: JSON
 * text, or base64 of what is not text.
 */
export function readEvent(event: CloudEvent, read: EventRead): Json {
  const { data = null, data_base64: binary } = event;
  switch (read) {
    case 'envelope':
      return asJson(event);
    case 'raw':
      return binary ?? asText(data);
    default:
      return binary ?? data;
  }
}

function asJson(event: CloudEvent): Json {
  return Object.fromEntries(
    Object.entries(event).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
