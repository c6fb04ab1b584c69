import type {
  Foreach,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { exportTo, outputOf } from '../dataFlow';
import type { Routine } from '../routine';
import type { TaskRun } from '../Run';
import type { ListPlace } from '../Checkpoint';
import type { Resumable } from '../Resumable';
import { runTaskList, type ListResult } from '../runTaskList';
import { inIteration, withVariables } from '../Scope';
import { standardError } from '../WorkflowError';

/**
 * What becomes of one item that a task consumes: what `foreach.do` makes of it, after `foreach.output` (DSL reference,
 * "Subscription Iterator"). The tasks get the input of the task that consumes.
 *
 * @throws {@link WorkflowError} of kind `runtime` when there are too many
 */
export function* runForeach(
  foreach: Foreach | undefined,
  taskRun: TaskRun,
  {
    item,
    index,
    list = {},
  }: {
    readonly item: Json;
    readonly index: number;
    /** How `foreach.do` stands to checkpoints; by default none is made in it. */
    readonly list?: Resumable<ListPlace>;
  },
): Routine<ListResult> {
  const { run, key, scope, on, input } = taskRun;
  requireIterations(index + 1, taskRun);
  if (!foreach) return { output: item, isEnd: false, isExit: false };
  const variables = { [foreach.item]: item, [foreach.at]: index };
  const within = withVariables(inIteration(scope, index), variables);
  const result =
    foreach.do.length > 0
      ? yield* runTaskList(run, foreach.do, within, input, list)
      : undefined;
  const seen = { run, variables: { ...on.variables, ...variables } };
  const raw = { ...seen, input: result?.output ?? item };
  const output = yield* outputOf(foreach.output, raw, key);
  yield* exportTo(foreach.export, { ...seen, input: output }, key);
  return { output, isEnd: result?.isEnd ?? false, isExit: false };
}

/** @throws {@link WorkflowError} of kind `runtime` */
export function requireIterations(count: number, { run }: TaskRun): void {
  const { iterations } = run.limits;
  if (count <= iterations) return;
  throw standardError(
    'runtime',
    `More than ${iterations} iterations: divide the work among several runs`,
  );
}
