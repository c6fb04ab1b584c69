import {
  isTerminal,
  type TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** How many executions of tasks are shown, unless more have not ended. */
export const MAX_TASKS = 500;

/** Those that have not ended or wait to be decided on, the latest of each task, and of the others the last ones. */
export function shownTasks(tasks: readonly TaskState[]): readonly TaskState[] {
  if (tasks.length <= MAX_TASKS) return tasks;
  const latest = new Map(tasks.map(({ ref, key }) => [ref, key]));
  const isNeeded = (task: TaskState) =>
    latest.get(task.ref) === task.key || task.canRetry || !hasEnded(task);
  let room = MAX_TASKS - tasks.filter(isNeeded).length;
  const chosen: TaskState[] = [];
  for (const task of [...tasks].reverse()) {
    if (isNeeded(task)) chosen.push(task);
    else if (room > 0) {
      chosen.push(task);
      room -= 1;
    }
  }
  return chosen.reverse();
}

function hasEnded({ status }: TaskState): boolean {
  return status === 'skipped' || isTerminal(status);
}
