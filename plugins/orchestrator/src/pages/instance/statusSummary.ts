import type {
  TaskState,
  TaskStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** How many tasks have a status. */
export interface StatusCount {
  readonly status: TaskStatus;
  readonly count: number;
}

/** What is most worth knowing comes first. */
const bySeverity: readonly TaskStatus[] = [
  'failed',
  'retrying',
  'waiting',
  'suspended',
  'running',
  'cancelled',
  'pending',
  'completed',
  'skipped',
];

/** Counts of the statuses that occur, the most severe first. */
export function countStatuses(
  tasks: readonly TaskState[],
): readonly StatusCount[] {
  return bySeverity
    .map(status => ({
      status,
      count: tasks.filter(task => task.status === status).length,
    }))
    .filter(({ count }) => count > 0);
}

/** The one status that stands for many tasks: the most severe among them. */
export function worstStatus(tasks: readonly TaskState[]): TaskStatus {
  return countStatuses(tasks)[0]?.status ?? 'pending';
}
