import type { ForkTask } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { all, first, type Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { runTask, type TaskResult } from '../runTask';

/** All branches side by side, or the first of those that compete (DSL reference, "Fork"). */
export function* runFork(
  task: ForkTask,
  { run, scope, input }: TaskRun,
): Routine<BodyResult> {
  const branches = task.branches.map(
    branch => () => runTask(run, branch, scope, input),
  );
  if (task.compete) {
    const { value } = yield* first(branches);
    return { output: value.output, then: endOf([value]) };
  }
  const results = yield* all(branches);
  return { output: results.map(r => r.output), then: endOf(results) };
}

/** A branch that says `end` ends the workflow once all have ended. */
function endOf(results: readonly TaskResult[]): BodyResult['then'] {
  return results.find(({ then }) => then.kind === 'end')?.then;
}
