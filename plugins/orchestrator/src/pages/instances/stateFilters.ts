import type { ProcessInstanceStatusDTO } from '@stagecraft/backstage-plugin-orchestrator-common';

/** A choice of the status filter. */
export interface StateFilter {
  /** What the address says. */
  readonly id: string;
  readonly label: string;
  readonly state: ProcessInstanceStatusDTO;
}

/** The states that the list can be filtered by. */
export const stateFilters: readonly StateFilter[] = [
  { id: 'active', label: 'Running, waiting or retrying', state: 'ACTIVE' },
  { id: 'failed', label: 'Failed', state: 'ERROR' },
  { id: 'completed', label: 'Completed', state: 'COMPLETED' },
  { id: 'cancelled', label: 'Cancelled', state: 'ABORTED' },
  { id: 'suspended', label: 'Suspended', state: 'SUSPENDED' },
  { id: 'pending', label: 'Pending', state: 'PENDING' },
];

/** The filter that the address names; undefined when it names none that there is. */
export function readStateFilter(id: string | null): StateFilter | undefined {
  return stateFilters.find(filter => filter.id === id);
}
