import type {
  InstanceStatus,
  ProcessInstanceDTO,
  ProcessInstanceStatusDTO,
} from '@stagecraft/backstage-plugin-orchestrator-common';

const statuses: Readonly<Record<ProcessInstanceStatusDTO, InstanceStatus>> = {
  PENDING: 'pending',
  ACTIVE: 'running',
  SUSPENDED: 'suspended',
  COMPLETED: 'completed',
  ERROR: 'failed',
  ABORTED: 'cancelled',
};

/** The status that a state of the compatible operations stands for; `ACTIVE` cannot be told apart further. */
export function statusOfState(state: ProcessInstanceStatusDTO): InstanceStatus {
  return statuses[state];
}

/** All statuses that a state of the compatible operations stands for. */
export function statusesOfState(
  state: ProcessInstanceStatusDTO,
): readonly InstanceStatus[] {
  return state === 'ACTIVE'
    ? ['running', 'waiting', 'retrying']
    : [statuses[state]];
}

/** The status of an instance of a list, as exact as the list tells it. */
export function statusOf({
  status,
  state,
}: ProcessInstanceDTO): InstanceStatus {
  return status ?? (state ? statusOfState(state) : 'pending');
}
