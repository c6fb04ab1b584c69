import type { DoTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { runTaskList } from '../runTaskList';
import { ofList } from './ofList';

/** DSL reference, "Do". */
export function* runDo(
  task: DoTask,
  { run, scope, input }: TaskRun,
): Routine<BodyResult> {
  return ofList(yield* runTaskList(run, task.do, scope, input));
}
