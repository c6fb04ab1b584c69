import {
  parseTaskKey,
  type InstanceComparison,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** How one task went in both runs. */
export type ComparedTask = InstanceComparison['tasks'][number];

/**
 * The task with which the two runs part: the first that ended otherwise, or ran in one only. Of tasks that contain each other it
 * is the innermost.
 */
export function divergence(
  tasks: readonly ComparedTask[],
): ComparedTask | undefined {
  const different = tasks.filter(task => task.different);
  return different.find(
    task => !different.some(other => isWithin(other, task)),
  );
}

/** The task's name, with the pass of its loop and its attempt where it has them; both count from 1. */
export function comparedLabel({ key }: ComparedTask): string {
  const { name, iteration, attempt } = parseTaskKey(key);
  const pass = iteration
    ?.split('.')
    .map(index => Number(index) + 1)
    .join('.');
  return [
    name,
    pass && `#${pass}`,
    attempt && attempt > 1 && `(attempt ${attempt})`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** How much longer the second took, in milliseconds; undefined unless both have ended. */
export function longerBy({ a, b }: ComparedTask): number | undefined {
  if (a?.durationMs === undefined || b?.durationMs === undefined) {
    return undefined;
  }
  return b.durationMs - a.durationMs;
}

function isWithin(inner: ComparedTask, outer: ComparedTask): boolean {
  const { ref } = parseTaskKey(outer.key);
  return parseTaskKey(inner.key).ref.startsWith(`${ref}/`);
}
