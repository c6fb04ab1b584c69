import type {
  InstanceState,
  Payload,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { keptApart } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { shownTasks } from './shownTasks';

/** How many bytes of JSON the values of tasks may have together before those of earlier ones are only referred to. */
const MAX_VALUE_BYTES = 256 * 1024;

/** A reference is about so long: a smaller value is shown in its place. */
const MIN_REFERRED_BYTES = 512;

/**
 * The state as clients are told it, however long the run: without executions of tasks that have ended and were followed by many others,
 * and with references in the place of values when these are much. `listTaskRuns` has all executions, `getPayload` all values.
 */
export function stateInShort(state: InstanceState): InstanceState {
  const tasks = shownTasks(state.tasks);
  const tasksLeftOut = state.tasks.length - tasks.length;
  return {
    ...state,
    tasks: withReferences(tasks),
    ...(tasksLeftOut > 0 && { tasksLeftOut }),
  };
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
