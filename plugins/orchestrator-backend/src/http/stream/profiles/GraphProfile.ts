import {
  emptyInstance,
  foldInstance,
  type EventOf,
  type InstanceState,
  type OrchestratorEvent,
  type SnapshotReason,
  type TaskState,
  type TaskStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { formatEventId } from '../../../service/instances/eventId';
import type { EventProfile, ProjectedMessage } from './EventProfile';

/** Iterations of a loop beyond this are not told one by one: they would only make the picture flicker. */
const MAX_TOLD_ITERATION = 200;

/**
 * Enough to colour a picture of the workflow: what becomes of its nodes, which are the definition's tasks by JSON pointer.
 *
 * Sends `state_sync`, `node_started`, `node_completed`, `node_failed`, `workflow_completed` and `workflow_failed`.
 */
export class GraphProfile implements EventProfile {
  readonly needsState = true;
  #state = emptyInstance('');

  begin(state: InstanceState): void {
    this.#state = state;
  }

  snapshot(
    state: InstanceState,
    {
      time,
      reason,
    }: { readonly time: string; readonly reason?: SnapshotReason },
  ): ProjectedMessage {
    this.#state = state;
    const { id: instanceId, seq, workflow, status } = state;
    return {
      event: 'state_sync',
      data: {
        id: formatEventId(state),
        seq,
        time,
        instanceId,
        workflow,
        status,
        nodes: nodesOf(state.tasks),
        reason,
      },
    };
  }

  project(event: OrchestratorEvent): ProjectedMessage | undefined {
    const before = this.#state;
    this.#state = foldInstance(before, event);
    if (isUntold(event)) return undefined;
    return (
      nodeChanged(event) ??
      ended(event) ??
      synchronised(event, before, this.#state)
    );
  }
}

function isUntold({ task }: OrchestratorEvent): boolean {
  const indexes = task?.iteration?.split('.').map(Number) ?? [];
  return indexes.some(index => index >= MAX_TOLD_ITERATION);
}

function nodeChanged(event: OrchestratorEvent): ProjectedMessage | undefined {
  switch (event.type) {
    case 'task.started':
      return { event: 'node_started', data: node(event) };
    case 'task.completed':
      return nodeCompleted(event, 'completed');
    case 'task.skipped':
      return nodeCompleted(event, 'skipped');
    case 'task.failed':
      return nodeFailed(event, { willRetry: false });
    case 'task.retry_scheduled': {
      const { nextAt: nextAttemptAt, error } = event.data;
      return nodeFailed(event, { willRetry: true, nextAttemptAt, error });
    }
    default:
      return undefined;
  }
}

function nodeCompleted(
  event: EventOf<'task.completed' | 'task.skipped'>,
  outcome: 'completed' | 'skipped',
): ProjectedMessage {
  return { event: 'node_completed', data: { ...node(event), outcome } };
}

function nodeFailed(
  event: EventOf<'task.failed' | 'task.retry_scheduled'>,
  more: object,
): ProjectedMessage {
  const { error } = event.data;
  return { event: 'node_failed', data: { ...node(event), error, ...more } };
}

function ended(event: OrchestratorEvent): ProjectedMessage | undefined {
  switch (event.type) {
    case 'instance.completed': {
      const { durationMs } = event.data;
      return {
        event: 'workflow_completed',
        data: { ...about(event), durationMs },
      };
    }
    case 'instance.failed': {
      const { error } = event.data;
      const data = { ...about(event), outcome: 'failed', error };
      return { event: 'workflow_failed', data };
    }
    case 'instance.cancelled': {
      const data = { ...about(event), outcome: 'cancelled' };
      return { event: 'workflow_failed', data };
    }
    default:
      return undefined;
  }
}

/** A change that has no message of its own: the status, and the nodes that are other than before. */
function synchronised(
  event: OrchestratorEvent,
  before: InstanceState,
  after: InstanceState,
): ProjectedMessage | undefined {
  const known = new Set(before.tasks);
  const changed = after.tasks.filter(task => !known.has(task));
  const statusOf = new Map(
    before.tasks.map(({ key, status }) => [key, status]),
  );
  const recoloured = changed.filter(
    ({ key, status }) => statusOf.get(key) !== status,
  );
  if (recoloured.length === 0 && before.status === after.status) {
    return undefined;
  }
  return {
    event: 'state_sync',
    data: {
      ...about(event),
      status: after.status,
      nodes: nodesOf(recoloured),
      partial: true,
    },
  };
}

interface NodeStatus {
  readonly nodeId: string;
  readonly status: TaskStatus;
}

/** One status for each node: that of the task that appeared last. */
function nodesOf(tasks: readonly TaskState[]): readonly NodeStatus[] {
  const nodes = new Map(tasks.map(({ ref, status }) => [ref, status]));
  return [...nodes].map(([nodeId, status]) => ({ nodeId, status }));
}

function node(event: OrchestratorEvent) {
  const { ref, attempt, iteration } = event.task ?? {};
  return { ...about(event), nodeId: ref, ref, attempt, iteration };
}

function about({ id, seq, time, instanceId }: OrchestratorEvent) {
  return { id, seq, time, instanceId };
}
