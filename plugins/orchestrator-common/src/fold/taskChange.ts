import type {
  EventData,
  OrchestratorEvent,
  Payload,
  TaskStatus,
} from '../events';
import { changed } from './changed';
import type {
  TaskApproval,
  TaskCall,
  TaskRetry,
  TaskState,
} from './InstanceState';

/** What a task is changed to that runs. */
export const running = { status: 'running', waitingUntil: undefined } as const;

/** How many retries of a task are told: it may be tried again for as long as it runs. */
const MAX_RETRIES = 50;

/** What an event says of its task. */
export function taskChange(
  event: OrchestratorEvent,
  task: TaskState,
): Partial<TaskState> | undefined {
  switch (event.type) {
    case 'task.started':
      return begun(event.time, event.data);
    case 'task.waiting':
      return { status: 'waiting', waitingUntil: event.data.until };
    case 'event.awaited':
      return { status: 'waiting', waitingUntil: undefined };
    case 'approval.requested':
      return awaitingApproval(event.data);
    case 'approval.resolved':
    case 'event.received':
      return isParked(task) ? running : {};
    case 'task.retry_scheduled':
      return retryScheduled(task, event.data);
    case 'timer.fired':
      return isParked(task) && event.data.purpose !== 'timeout' ? running : {};
    case 'task.completed':
      return {
        ...ended('completed', event.time),
        output: event.data.output,
        error: undefined,
      };
    case 'task.failed':
      return {
        ...ended('failed', failedAt(task) ?? event.time),
        error: event.data.error,
        canRetry: event.data.canRetry,
      };
    case 'task.held':
      return { status: 'suspended' };
    case 'task.acted':
      return { canRetry: undefined };
    case 'task.skipped':
      return ended('skipped', event.time);
    case 'task.cancelled':
      return ended('cancelled', event.time);
    case 'call.started':
      return { call: { target: event.data.target } };
    case 'call.completed':
      return task.call && { call: answered(task.call, event.data) };
    default:
      return undefined;
  }
}

function begun(
  startedAt: string,
  { kind, input }: { readonly kind: string; readonly input: Payload },
): Partial<TaskState> {
  return {
    ...running,
    kind,
    input,
    startedAt,
    endedAt: undefined,
    output: undefined,
    error: undefined,
    canRetry: undefined,
  };
}

function retryScheduled(
  task: TaskState,
  { attempt, nextAt, error }: TaskRetry,
): Partial<TaskState> {
  const all = [...task.retries, { attempt, nextAt, error }];
  const leftOut = Math.max(all.length - MAX_RETRIES, 0);
  return {
    status: 'retrying',
    waitingUntil: nextAt,
    retries: all.slice(leftOut),
    ...(leftOut > 0 && {
      retriesLeftOut: (task.retriesLeftOut ?? 0) + leftOut,
    }),
  };
}

function awaitingApproval({
  approvalId: id,
  title,
  approvers,
  dueAt,
}: EventData['approval.requested']): Partial<TaskState> {
  const asked: TaskApproval = { id, title, approvers };
  const approval = changed(asked, { dueAt });
  return { status: 'waiting', waitingUntil: undefined, approval };
}

function ended(status: TaskStatus, endedAt: string): Partial<TaskState> {
  return { status, endedAt, waitingUntil: undefined };
}

/** When it failed that stands there since; what is decided of it later does not make it longer. */
function failedAt({ status, endedAt }: TaskState): string | undefined {
  return status === 'failed' ? endedAt : undefined;
}

function answered(
  call: TaskCall,
  { ok, status }: { readonly ok: boolean; readonly status?: number },
): TaskCall {
  return changed(call, { ok, status });
}

function isParked(task: TaskState): boolean {
  return task.status === 'waiting' || task.status === 'retrying';
}
