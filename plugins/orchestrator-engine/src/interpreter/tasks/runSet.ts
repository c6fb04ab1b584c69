import type { SetTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from '../expressions';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';

/** DSL reference, "Set". */
// eslint-disable-next-line require-yield
export function* runSet(task: SetTask, { on }: TaskRun): Routine<BodyResult> {
  return { output: fill(task.set, on) };
}
