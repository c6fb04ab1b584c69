import type { WaitTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { millisecondsOf } from '../durations';
import type { BodyResult, TaskRun } from '../Run';
import type { Routine } from '../routine';
import { performOnly } from './performOnly';

/** DSL reference, "Wait". */
export function* runWait(
  task: WaitTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  const { run, key, on, input } = taskRun;
  yield* performOnly('wait', taskRun, () => ({
    kind: 'timer',
    id: `${key}:wait`,
    taskKey: key,
    purpose: 'wait',
    until: run.now + millisecondsOf(task.wait, on),
    details: {},
  }));
  return { output: input };
}
