import {
  INSTANCE_STATUSES,
  type InstanceStatus,
  type ProcessInstanceStatusDTO,
} from '@stagecraft/backstage-plugin-orchestrator-common';

const states: { readonly [S in InstanceStatus]: ProcessInstanceStatusDTO } = {
  pending: 'PENDING',
  running: 'ACTIVE',
  waiting: 'ACTIVE',
  retrying: 'ACTIVE',
  suspended: 'SUSPENDED',
  completed: 'COMPLETED',
  failed: 'ERROR',
  cancelled: 'ABORTED',
};

/** The states of the compatible operations, with a label for people. */
export const processStates: readonly {
  readonly key: string;
  readonly value: ProcessInstanceStatusDTO;
}[] = [
  { key: 'Active', value: 'ACTIVE' },
  { key: 'Error', value: 'ERROR' },
  { key: 'Completed', value: 'COMPLETED' },
  { key: 'Aborted', value: 'ABORTED' },
  { key: 'Suspended', value: 'SUSPENDED' },
  { key: 'Pending', value: 'PENDING' },
];

/** The state by which compatible operations know a status. */
export function processStateOf(
  status: InstanceStatus,
): ProcessInstanceStatusDTO {
  return states[status];
}

/** The statuses that compatible operations know as this state; none when there is no such state. */
export function statusesOf(state: string): readonly InstanceStatus[] {
  return INSTANCE_STATUSES.filter(status => states[status] === state);
}
