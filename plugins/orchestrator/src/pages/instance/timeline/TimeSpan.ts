import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';

/** From when to when, in epoch milliseconds. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** From the start of a run to its end, or to now while it goes on. */
export function spanOfRun(state: InstanceState, now: number): TimeSpan {
  const start = Date.parse(state.startedAt ?? state.createdAt);
  const end = state.endedAt === undefined ? now : Date.parse(state.endedAt);
  return { start, end: Math.max(start, end) };
}

/** From the first start of tasks to their last end; undefined as long as none has begun. */
export function spanOfTasks(
  tasks: readonly TaskState[],
  now: number,
): TimeSpan | undefined {
  let start = Infinity;
  let end = -Infinity;
  for (const { startedAt, endedAt } of tasks) {
    if (startedAt === undefined) continue;
    start = Math.min(start, Date.parse(startedAt));
    end = Math.max(end, endedAt === undefined ? now : Date.parse(endedAt));
  }
  return end < start ? undefined : { start, end };
}
