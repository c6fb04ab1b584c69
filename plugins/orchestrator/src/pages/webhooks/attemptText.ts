import type { DeliveryAttempt } from '@stagecraft/backstage-plugin-orchestrator-common';
import { formatDuration } from '../../components/time/formatDuration';

/** What an attempt to send something has come to: `204 after 31 ms`, or why there was no answer. */
export function attemptText(attempt: DeliveryAttempt): string {
  const { status, error, durationMs } = attempt;
  const what = status === undefined ? error ?? 'no answer' : `HTTP ${status}`;
  return `${what} after ${formatDuration(durationMs)}`;
}
