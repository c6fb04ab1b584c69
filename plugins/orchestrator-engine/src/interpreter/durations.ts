import {
  parseDuration,
  type Duration,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from './expressions';
import type { Evaluation } from './Run';
import { standardError } from './WorkflowError';

/**
 * Milliseconds of a duration.
 *
 * @throws {@link WorkflowError} of kind `expression` when a computed one is no duration
 */
export function millisecondsOf(duration: Duration, on: Evaluation): number {
  if (duration.kind === 'fixed') return duration.ms;
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
