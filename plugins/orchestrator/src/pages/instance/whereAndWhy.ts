import { prefixesOf } from './pointers';
import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/**
 * Where an instance stands and why, in one line: "fetch: attempt 2 of 3" or "at dropDb: 502 Bad Gateway".
 *
 * Empty when its status says all.
 */
export function whereAndWhy(state: InstanceState): string {
  if (state.status === 'failed') return failure(state);
  if (state.status === 'completed') return '';
  return state.because ?? tasksIn(state).join(', ');
}

/** Names of the tasks that have the instance's own status: those that it is at. */
function tasksIn({ tasks, status }: InstanceState): readonly string[] {
  const standing = innermost(tasks.filter(task => task.status === status));
  return [...new Set(standing.map(({ name }) => name))].slice(0, 3);
}

/** The task whose error ended the instance; undefined when it ended without one. */
export function failedTask(state: InstanceState): TaskState | undefined {
  const failed = state.tasks.filter(({ status }) => status === 'failed');
  return (
    failed.findLast(({ ref }) => ref === state.error?.instance) ??
    innermost(failed).at(-1)
  );
}

function failure(state: InstanceState): string {
  const at = failedTask(state)?.name;
  const why = state.error?.title ?? state.error?.detail ?? state.because;
  return [at && `at ${at}`, why].filter(Boolean).join(': ');
}

/** Of tasks that contain each other, only those that contain no other. */
function innermost(tasks: readonly TaskState[]): readonly TaskState[] {
  const containers = new Set(tasks.flatMap(({ ref }) => prefixesOf(ref)));
  return tasks.filter(({ ref }) => !containers.has(ref));
}
