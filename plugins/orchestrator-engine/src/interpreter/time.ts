import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** ISO 8601 in UTC with milliseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** A point in time as expressions see it (DSL reference, "DateTime descriptor"). */
export function timeArgument(ms: number): Json {
  return {
    iso8601: isoTime(ms),
    epoch: { seconds: Math.floor(ms / 1000), milliseconds: ms },
  };
}
