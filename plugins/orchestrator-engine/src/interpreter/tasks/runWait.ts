import type { WaitTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { millisecondsOf } from '../durations';
import { perform, type Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';

/** DSL reference, "Wait". */
export function* runWait(
  task: WaitTask,
  { run, key, on, input }: TaskRun,
): Routine<BodyResult> {
  yield* perform({
    kind: 'timer',
    id: `${key}:wait`,
    taskKey: key,
    purpose: 'wait',
    until: run.now + millisecondsOf(task.wait, on),
    details: {},
  });
  return { output: input };
}
