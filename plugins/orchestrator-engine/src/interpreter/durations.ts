import {
  parseDuration,
  type Duration,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from './expressions';
import type { Evaluation } from './Run';
import { standardError } from './WorkflowError';

/** The calendar ends in the year 275760; nobody waits so long. */
const MAX_DURATION_MS = 100 * 365 * 24 * 60 * 60 * 1000;

/**
 * Milliseconds of a duration.
 *
 * @throws {@link WorkflowError} of kind `expression` when a computed one is no duration, `configuration` when it is too long
 */
export function millisecondsOf(duration: Duration, on: Evaluation): number {
  const ms = duration.kind === 'fixed' ? duration.ms : computed(duration, on);
  if (ms <= MAX_DURATION_MS) return ms;
  throw standardError('configuration', 'A duration is a hundred years at most');
}

function computed(
  duration: Extract<Duration, { kind: 'computed' }>,
  on: Evaluation,
): number {
  const value = fill(duration.template, on);
  const ms = parseDuration(value);
  if (ms === undefined) {
    throw standardError(
      'expression',
      `${JSON.stringify(
        value,
      )} is not a duration; give ISO 8601 text such as PT30S or an object such as {"seconds": 30}`,
    );
  }
  return ms;
}
