import type {
  ErrorDetails,
  OrchestratorEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { formatDuration } from '../../components/time/formatDuration';

/** What an event adds to its type, in a few words; empty when the type says all. */
export function describeEvent(event: OrchestratorEvent): string {
  switch (event.type) {
    case 'instance.status_changed':
      return because(
        `${event.data.from} → ${event.data.to}`,
        event.data.because,
      );
    case 'instance.completed':
    case 'task.completed':
      return `took ${formatDuration(event.data.durationMs)}`;
    case 'instance.failed':
    case 'task.failed':
      return errorText(event.data.error);
    case 'task.started':
      return event.data.kind;
    case 'task.waiting':
      return `until ${event.data.until}`;
    case 'task.retry_scheduled':
      return `attempt ${event.data.attempt} at ${
        event.data.nextAt
      }: ${errorText(event.data.error)}`;
    case 'call.started':
      return event.data.target;
    case 'call.completed':
      return because(
        event.data.status ? `HTTP ${event.data.status}` : 'no answer',
        `in ${formatDuration(event.data.durationMs)}`,
      );
    default:
      return '';
  }
}

function because(what: string, why: string | undefined): string {
  return why ? `${what}, ${why}` : what;
}

function errorText({ title, detail, type }: ErrorDetails): string {
  return title ?? detail ?? type;
}
