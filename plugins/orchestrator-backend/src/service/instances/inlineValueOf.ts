import type {
  InlinePayload,
  Json,
  RedactedPayload,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** The value of a payload that is not kept apart; one that the reader may not see says so itself. */
export function inlineValueOf(payload: InlinePayload | RedactedPayload): Json {
  return 'value' in payload ? payload.value : { ...payload };
}
