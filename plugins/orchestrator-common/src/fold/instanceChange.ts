import {
  isTerminal,
  type InstanceStatus,
  type OrchestratorEvent,
} from '../events';
import type { InstanceState } from './InstanceState';

/** What an event says of the instance itself. Only these events change its status. */
export function instanceChange(
  event: OrchestratorEvent,
  state: InstanceState,
): Partial<InstanceState> | undefined {
  switch (event.type) {
    case 'instance.created': {
      const { input, initiator, targetEntity, rerunOf } = event.data;
      const { businessKey, labels, parent } = event.data;
      return {
        createdAt: event.time,
        input,
        initiator,
        targetEntity,
        rerunOf,
        businessKey,
        labels,
        parent: parent && { instanceId: parent.instanceId },
      };
    }
    case 'instance.started':
      return { startedAt: event.time, status: 'running' };
    case 'instance.status_changed':
      return statusChange(state, event.data.to, event.data.because);
    case 'instance.suspended':
      return { status: 'suspended', because: event.data.reason };
    case 'instance.resumed':
      return (
        event.data.to && { status: event.data.to, because: event.data.because }
      );
    case 'instance.retried':
      return statusChange(state, 'running', undefined);
    case 'instance.completed':
      return {
        status: 'completed',
        output: event.data.output,
        endedAt: event.time,
      };
    case 'instance.failed':
      return {
        status: 'failed',
        error: event.data.error,
        canRetry: event.data.canRetry,
        endedAt: event.time,
      };
    case 'instance.cancelled':
      return {
        status: 'cancelled',
        because: event.actor?.reason ?? state.because,
        endedAt: event.time,
      };
    default:
      return undefined;
  }
}

/** An instance that goes on after it had ended has neither end nor error any more. */
function statusChange(
  state: InstanceState,
  status: InstanceStatus,
  because: string | undefined,
): Partial<InstanceState> {
  const goesOn = isTerminal(state.status) && !isTerminal(status);
  return {
    status,
    because,
    ...(goesOn && {
      endedAt: undefined,
      error: undefined,
      output: undefined,
      canRetry: undefined,
    }),
  };
}
