import type { DoTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { listIn } from '../Resumable';
import { runTaskList } from '../runTaskList';
import { ofList } from './ofList';

/** DSL reference, "Do". */
export function* runDo(
  task: DoTask,
  { run, scope, input, body }: TaskRun,
): Routine<BodyResult> {
  const list = listIn(body, inner => ({ kind: 'do', list: inner }));
  return ofList(yield* runTaskList(run, task.do, scope, input, list));
}
