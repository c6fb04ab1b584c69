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

/** All of them. */
export const PROCESS_STATES: readonly ProcessInstanceStatusDTO[] = [
  ...new Set(Object.values(states)),
];

/** The state for people. */
export function labelOf(state: ProcessInstanceStatusDTO): string {
  return state.charAt(0) + state.slice(1).toLowerCase();
}

/** The state by which compatible operations know a status. */
export function processStateOf(
  status: InstanceStatus,
): ProcessInstanceStatusDTO {
  return states[status];
}

/** The statuses that compatible operations know as this state. */
export function statusesOf(
  state: ProcessInstanceStatusDTO,
): readonly InstanceStatus[] {
  return INSTANCE_STATUSES.filter(status => states[status] === state);
}
