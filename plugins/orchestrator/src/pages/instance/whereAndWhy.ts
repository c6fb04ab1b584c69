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
  const standing = innermost(
    state.tasks.filter(({ status }) => status === state.status),
  );
  const where = standing
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
  return [where, state.because].filter(Boolean).join(': ');
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

function innermost(tasks: readonly TaskState[]): readonly TaskState[] {
  return tasks.filter(
    task => !tasks.some(other => other.ref.startsWith(`${task.ref}/`)),
  );
}
