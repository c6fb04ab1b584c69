import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';

/** The task's name, with the pass of its loop (from 1) and its attempt where it has them. */
export function taskLabel({ name, iteration, attempt }: TaskState): string {
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
