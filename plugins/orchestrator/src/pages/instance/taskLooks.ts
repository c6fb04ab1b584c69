import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { NodeLook, NodeLooks } from '../../components/graph/NodeLook';
import { statusPresentation } from '../../components/status/statusPresentation';
import { formatDuration } from '../../components/time/formatDuration';
import { countStatuses, worstStatus } from './statusSummary';

/**
 * How the tasks of a definition look by what a run has made of them.
 *
 * Of a task that ran several times in one place only the last time counts; over the passes of a loop its worst status stands
 * for it, and the others are counted.
 *
 * @param selected - key of the task that is shown beside the graph
 */
export function taskLooks(
  tasks: readonly TaskState[],
  selected: string | undefined,
  hrefOf: (key: string) => string,
): NodeLooks {
  const byRef = new Map<string, Map<string, TaskState>>();
  for (const task of tasks) {
    const runs = byRef.get(task.ref) ?? new Map<string, TaskState>();
    runs.set(task.iteration ?? '', task);
    byRef.set(task.ref, runs);
  }
  return new Map(
    [...byRef].map(([ref, runs]) => [
      ref,
      lookOf([...runs.values()], selected, hrefOf),
    ]),
  );
}

function lookOf(
  runs: readonly TaskState[],
  selected: string | undefined,
  hrefOf: (key: string) => string,
): NodeLook {
  const status = worstStatus(runs);
  const telling = runs.findLast(run => run.status === status) ?? runs[0];
  return {
    status,
    note: runs.length > 1 ? countText(runs) : tookText(telling),
    href: hrefOf(telling.key),
    isSelected: runs.some(({ key }) => key === selected),
  };
}

function countText(runs: readonly TaskState[]): string {
  return countStatuses(runs)
    .map(
      ({ status, count }) =>
        `${count} ${statusPresentation[status].label.toLowerCase()}`,
    )
    .join(' · ');
}

function tookText({ startedAt, endedAt, attempt }: TaskState): string {
  const tries = attempt && attempt > 1 ? `attempt ${attempt}` : '';
  const took =
    startedAt && endedAt
      ? formatDuration(Date.parse(endedAt) - Date.parse(startedAt))
      : '';
  return [took, tries].filter(Boolean).join(' · ');
}
