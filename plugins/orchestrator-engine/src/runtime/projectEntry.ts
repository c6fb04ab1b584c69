import type {
  ErrorDetails,
  InstanceStatus,
  Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceChange, LogEntry } from '../store/InstanceStore';

/** The row of an instance whose log is empty. */
export const unwritten: InstanceChange = { status: 'pending' };

/** The columns of an instance's row after one more entry: folding a whole log gives the row (L2). */
export function projectEntry(
  change: InstanceChange,
  { type, time, data }: LogEntry,
): InstanceChange {
  switch (type) {
    case 'instance.started':
      return { ...change, startedAt: time };
    case 'instance.status_changed':
      return {
        ...change,
        status: data.to as InstanceStatus,
        because: data.because as string | undefined,
      };
    case 'instance.suspended':
      return {
        ...change,
        status: 'suspended',
        because: data.reason as string,
      };
    case 'instance.completed':
      return { ...change, endedAt: time, output: data.output as Payload };
    case 'instance.failed':
      return { ...change, endedAt: time, error: data.error as ErrorDetails };
    case 'instance.cancelled':
      return { ...change, endedAt: time };
    default:
      return change;
  }
}
