import {
  isTerminal,
  type InstanceState,
  type Payload,
  type TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { keptApart } from '@stagecraft/backstage-plugin-orchestrator-engine';

/** How many executions of tasks are shown, unless more have not ended. */
export const MAX_TASKS = 500;

/** How many bytes of JSON the values of tasks may have together before those of earlier ones are only referred to. */
const MAX_VALUE_BYTES = 256 * 1024;

/** A reference is about so long: a smaller value is shown in its place. */
const MIN_REFERRED_BYTES = 512;

/**
 * The state as clients are told it, however long the run: without executions of tasks that have ended and were followed by many others,
 * and with references in the place of values when these are much. `listTaskRuns` has all executions, `getPayload` all values.
 */
export function stateInShort(state: InstanceState): InstanceState {
  const tasks = shown(state.tasks);
  const tasksLeftOut = state.tasks.length - tasks.length;
  return {
    ...state,
    tasks: withReferences(tasks),
    ...(tasksLeftOut > 0 && { tasksLeftOut }),
  };
}

/** Those that have not ended or wait to be decided on, the latest of each task, and of the others the last ones. */
function shown(tasks: readonly TaskState[]): readonly TaskState[] {
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

/** Later tasks keep their values first. */
function withReferences(tasks: readonly TaskState[]): readonly TaskState[] {
  let room = MAX_VALUE_BYTES;
  const inShort = (payload: Payload | undefined) => {
    if (!payload || !('value' in payload)) return payload;
    const text = JSON.stringify(payload.value);
    room -= Buffer.byteLength(text);
    const isShown = room >= 0 || text.length < MIN_REFERRED_BYTES;
    return isShown ? payload : keptApart(text).payload;
  };
  return [...tasks]
    .reverse()
    .map(task => {
      const output = inShort(task.output);
      const input = inShort(task.input);
      return { ...task, ...(input && { input }), ...(output && { output }) };
    })
    .reverse();
}
