import type {
  components,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { InstanceDetails } from '../../service/instances/InstanceService';
import { differencesOf } from './differencesOf';
import { firstOf } from './firstOf';
import { presentInstanceSummary } from './presentInstanceSummary';

type Schemas = components['schemas'];

/** How many differences of each kind one answer has. */
const MOST = 1_000;

/** In what two runs differ. */
export function compareInstances(
  a: InstanceDetails,
  b: InstanceDetails,
): Schemas['InstanceComparison'] {
  const input = firstOf(differencesOf(a.input, b.input), MOST);
  const output = firstOf(differencesOf(a.output, b.output), MOST);
  const tasks = firstOf(compareTasks(a.state.tasks, b.state.tasks), MOST);
  return {
    a: presentInstanceSummary(a.instance),
    b: presentInstanceSummary(b.instance),
    sameDefinition: a.instance.definitionHash === b.instance.definitionHash,
    input: input.items,
    output: output.items,
    tasks: tasks.items,
    leftOut: {
      input: input.leftOut,
      output: output.leftOut,
      tasks: tasks.leftOut,
    },
  };
}

/** Task by task, in the order of the first run; then those that only the second has. */
function compareTasks(
  a: readonly TaskState[],
  b: readonly TaskState[],
): readonly Schemas['TaskComparison'][] {
  const byKey = (tasks: readonly TaskState[]) =>
    new Map(tasks.map(task => [task.key, task]));
  const [inA, inB] = [byKey(a), byKey(b)];
  return [...new Set([...inA.keys(), ...inB.keys()])].map(key =>
    compareTask(key, inA.get(key), inB.get(key)),
  );
}

function compareTask(
  key: string,
  a: TaskState | undefined,
  b: TaskState | undefined,
): Schemas['TaskComparison'] {
  return {
    key,
    name: (a ?? b)?.name ?? key,
    different: a?.status !== b?.status,
    a: a && outcomeOf(a),
    b: b && outcomeOf(b),
  };
}

function outcomeOf({
  status,
  startedAt,
  endedAt,
}: TaskState): Schemas['TaskOutcome'] {
  return {
    status,
    ...(startedAt &&
      endedAt && { durationMs: Date.parse(endedAt) - Date.parse(startedAt) }),
  };
}
