import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';

const ROUND = /[[.]r(\d+)(?:\.|\])/;

/**
 * The task's name, with the pass of its loop and its attempt where it has them; and how often the flow has come back to it, as
 * it does by a jump or a retry from an earlier task. All count from 1.
 */
export function taskLabel(task: TaskState): string {
  const { name, iteration, attempt, key, ref } = task;
  const round = Number(ROUND.exec(key.slice(ref.length))?.[1] ?? 0);
  const pass = iteration
    ?.split('.')
    .map(index => Number(index) + 1)
    .join('.');
  return [
    name,
    pass && `#${pass}`,
    round > 0 && `(round ${round + 1})`,
    attempt && attempt > 1 && `(attempt ${attempt})`,
  ]
    .filter(Boolean)
    .join(' ');
}
