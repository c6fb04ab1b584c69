import { parseDuration } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { RequestInvalidError } from '../errors/RequestInvalidError';

const MAX_SECONDS = 60;

/**
 * How long to wait, in milliseconds; `undefined` when not asked to.
 *
 * @param wait - seconds, or a duration of ISO 8601
 * @throws {@link RequestInvalidError}
 */
export function readWait(wait: string | undefined): number | undefined {
  if (wait === undefined) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(wait)
    ? Number(wait) * 1000
    : parseDuration(wait);
  if (ms !== undefined && ms <= MAX_SECONDS * 1000) return ms;
  const message = `must be seconds or a duration such as PT30S, at most ${MAX_SECONDS} seconds`;
  throw new RequestInvalidError([{ pointer: '/query/wait', message }]);
}
