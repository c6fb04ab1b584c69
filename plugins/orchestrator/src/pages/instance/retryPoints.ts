import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** A task from which a failed run can go on. */
export interface RetryPoint {
  /** JSON pointer. */
  readonly ref: string;
  readonly name: string;
}

/**
 * The tasks from which a failed run can go on besides where it failed: those that have begun in a list of tasks that
 * holds what failed, up to that. The nearest come first.
 */
export function retryPoints({ tasks }: InstanceState): readonly RetryPoint[] {
  const gates = tasks.filter(({ canRetry }) => canRetry);
  const points = new Map<string, RetryPoint>();
  for (const gate of gates) {
    for (const { ref, name } of tasks.filter(isUpTo(gate))) {
      points.set(ref, { ref, name });
    }
  }
  const order = tasks.map(({ ref }) => ref);
  return [...points.values()].sort(
    (a, b) => order.lastIndexOf(b.ref) - order.lastIndexOf(a.ref),
  );
}

/** What begins anew when a run goes on from a task, and what stays as it is: names of tasks of the same list. */
export function retryScope(
  { tasks }: InstanceState,
  from: string,
): { readonly again: readonly string[]; readonly kept: readonly string[] } {
  const list = tasks.filter(({ ref }) => listOf(ref) === listOf(from));
  const names = (isWanted: (ref: string) => boolean) => [
    ...new Set(list.filter(({ ref }) => isWanted(ref)).map(task => task.name)),
  ];
  return {
    again: names(ref => indexIn(ref) >= indexIn(from)),
    kept: names(ref => indexIn(ref) < indexIn(from)),
  };
}

function isUpTo(gate: TaskState) {
  return ({ ref }: TaskState) => {
    const list = listOf(ref);
    if (!gate.ref.startsWith(`${list}/`)) return false;
    const ofGate = Number(gate.ref.slice(list.length + 1).split('/')[0]);
    return indexIn(ref) <= ofGate;
  };
}

/** The pointer of the list that a task stands in: `/do` of `/do/2/guard`. */
function listOf(ref: string): string {
  return ref.split('/').slice(0, -2).join('/');
}

function indexIn(ref: string): number {
  return Number(ref.split('/').at(-2));
}
