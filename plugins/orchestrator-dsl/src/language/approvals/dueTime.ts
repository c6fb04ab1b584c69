import { parseDuration } from '../parseDuration';
import type { Json } from '../WorkflowDefinition';

const TIME =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * When something is due: at a time, or so long after `now`. Milliseconds since the epoch.
 *
 * @returns `undefined` when the value is neither an ISO 8601 time with its zone nor a duration
 * @public
 */
export function dueTime(value: Json, now: number): number | undefined {
  if (typeof value === 'string' && TIME.test(value)) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? undefined : time;
  }
  const ms = parseDuration(value);
  return ms === undefined ? undefined : now + ms;
}
