import type { SetTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from '../expressions';
import type { Routine } from '../routine';
import type { TaskRun } from '../runTask';
import type { BodyResult } from './runBody';

/** DSL reference, "Set". */
// eslint-disable-next-line require-yield
export function* runSet(task: SetTask, { on }: TaskRun): Routine<BodyResult> {
  return { output: fill(task.set, on) };
}
