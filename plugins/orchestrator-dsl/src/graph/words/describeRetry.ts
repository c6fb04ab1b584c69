import type { RetryPolicy } from '../../language/WorkflowDefinition';
import { describeDuration } from './describeDuration';
import { oneLine } from './oneLine';

/** `retry up to 5 times, after 3 seconds (exponential)`. */
export function describeRetry({
  when,
  exceptWhen,
  delay,
  backoff,
  limit,
}: RetryPolicy): string {
  const growth = backoff === 'constant' ? '' : ` (${backoff})`;
  const parts = [
    limit.retries === undefined
      ? 'retry'
      : `retry up to ${times(limit.retries)}`,
    delay && `after ${describeDuration(delay)}${growth}`,
    limit.duration && `for at most ${describeDuration(limit.duration)}`,
    when && `when ${when}`,
    exceptWhen && `except when ${exceptWhen}`,
  ];
  return oneLine(parts.filter(Boolean).join(', '));
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
