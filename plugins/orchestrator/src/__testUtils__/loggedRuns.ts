import {
  foldEvents,
  type InstanceState,
  type InstanceStatus,
  type InstanceSummary,
  type ProcessInstanceDTO,
  type ProcessInstanceStatusDTO,
  type SearchRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { whereAndWhy } from '../pages/instance/whereAndWhy';
import type { FakeWorkflow } from './FakeContent';
import type { InstanceLog } from './InstanceLog';

/** The state that the compatible operations have for a status. */
export const states: Readonly<
  Record<InstanceStatus, ProcessInstanceStatusDTO>
> = {
  pending: 'PENDING',
  running: 'ACTIVE',
  waiting: 'ACTIVE',
  retrying: 'ACTIVE',
  suspended: 'SUSPENDED',
  completed: 'COMPLETED',
  failed: 'ERROR',
  cancelled: 'ABORTED',
};

/** What a log tells of its instance. */
export function stateOf(log: InstanceLog): InstanceState {
  return foldEvents(log.events);
}

/** An instance as lists have it. */
export function summaryOf(state: InstanceState): InstanceSummary {
  const { id, workflow, status, createdAt, endedAt, parent, error } = state;
  return {
    id,
    workflow,
    status,
    because: whereAndWhy(state),
    createdAt,
    endedAt,
    initiator: state.initiator,
    targetEntity: state.targetEntity,
    parent,
    error,
    labels: {},
  };
}

/** An instance as the compatible lists have it. */
export function processInstanceOf(
  log: InstanceLog,
  workflow: FakeWorkflow | undefined,
): ProcessInstanceDTO {
  const state = stateOf(log);
  return {
    id: state.id,
    processId: log.workflowId,
    processName: workflow?.title ?? log.workflowId,
    state: states[state.status],
    status: state.status,
    because: whereAndWhy(state),
    start: state.createdAt,
    end: state.endedAt,
    initiatorEntity: state.initiator,
    targetEntity: state.targetEntity,
    nodes: [],
  };
}

/** A page of the items, as the compatible operations count it. */
export function pageOf<T>(
  items: readonly T[],
  page: SearchRequest['paginationInfo'] = {},
): T[] {
  const { offset = 0, pageSize = items.length } = page;
  return items.slice(offset, offset + pageSize);
}
