import {
  emptyInstance,
  foldInstance,
  type InstanceState,
  type OrchestratorEvent,
  type SnapshotReason,
  type TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { formatEventId } from '../../../service/instances/eventId';
import { stateInShort } from '../../../service/instances/stateInShort';
import type { EventProfile, ProjectedMessage } from './EventProfile';

/**
 * Enough for a list, a card or a conversation: how the instance stands, how its tasks stand, and what they call.
 *
 * Sends `initial_status`, `status_updated`, `task_changed`, `tool_started` and `tool_completed`.
 */
export class StatusProfile implements EventProfile {
  readonly needsState = true;
  readonly pingMs = 30_000;
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
    const { id: instanceId, seq, status, because, workflow } = state;
    const { tasks, tasksLeftOut } = stateInShort(state);
    return {
      event: 'initial_status',
      data: {
        id: formatEventId(state),
        seq,
        time,
        instanceId,
        workflow,
        status,
        because,
        tasks: tasks.map(describeTask),
        tasksLeftOut,
        reason,
      },
    };
  }

  project(event: OrchestratorEvent): ProjectedMessage | undefined {
    const before = this.#state;
    this.#state = foldInstance(before, event);
    return (
      statusUpdated(event, before, this.#state) ??
      toolCalled(event) ??
      taskChanged(event, before, this.#state)
    );
  }
}

function statusUpdated(
  event: OrchestratorEvent,
  before: InstanceState,
  { status, because }: InstanceState,
): ProjectedMessage | undefined {
  const isSame = before.status === status && before.because === because;
  if (isSame) return undefined;
  const data = { status, previousStatus: before.status, because };
  return { event: 'status_updated', data: { ...about(event), ...data } };
}

function taskChanged(
  event: OrchestratorEvent,
  before: InstanceState,
  after: InstanceState,
): ProjectedMessage | undefined {
  const key = event.task?.runId;
  const task = key === undefined ? undefined : taskOf(after, key);
  if (!task || !isAboutTask(event)) return undefined;
  const previousStatus = taskOf(before, task.key)?.status;
  return {
    event: 'task_changed',
    data: { ...about(event), ...describeTask(task), previousStatus },
  };
}

function isAboutTask({ type }: OrchestratorEvent): boolean {
  return type.startsWith('task.') || type.startsWith('approval.');
}

function toolCalled(event: OrchestratorEvent): ProjectedMessage | undefined {
  const task = event.task?.runId;
  switch (event.type) {
    case 'call.started': {
      const { callId, kind, target } = event.data;
      const data = { ...about(event), task, callId, kind, target };
      return { event: 'tool_started', data };
    }
    case 'call.completed': {
      const { callId, ok, status, durationMs, error } = event.data;
      const data = { callId, ok, status, durationMs, error };
      return {
        event: 'tool_completed',
        data: { ...about(event), task, ...data },
      };
    }
    default:
      return undefined;
  }
}

function describeTask(task: TaskState) {
  const { key, ref, name, status, attempt, iteration, error } = task;
  const nextAttemptAt = status === 'retrying' ? task.waitingUntil : undefined;
  const approval = status === 'waiting' ? task.approval : undefined;
  return {
    task: key,
    ref,
    name,
    status,
    attempt,
    iteration,
    error,
    nextAttemptAt,
    approval,
  };
}

function taskOf({ tasks }: InstanceState, key: string): TaskState | undefined {
  return tasks.find(task => task.key === key);
}

function about({ id, seq, time, instanceId }: OrchestratorEvent) {
  return { id, seq, time, instanceId };
}
