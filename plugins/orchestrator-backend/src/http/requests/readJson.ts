import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';

/** What was parsed from JSON holds nothing but JSON. */
export function readJson(value: unknown): Json {
  return value as Json;
}
