import type {
  ForTask,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { holds, transform } from '../expressions';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { runTaskList } from '../runTaskList';
import { inIteration, withVariables } from '../Scope';
import { standardError } from '../WorkflowError';
import { requireIterations } from './runForeach';

/** The body once per item; an iteration's output is the next one's input (DSL reference, "For"). */
export function* runFor(task: ForTask, taskRun: TaskRun): Routine<BodyResult> {
  const { run, scope, on } = taskRun;
  let value = taskRun.input;
  const items = itemsOf(task, taskRun);
  requireIterations(items.length, taskRun);
  for (const [index, item] of items.entries()) {
    const variables = { [task.for.each]: item, [task.for.at]: index };
    const isOver =
      task.while !== undefined &&
      !holds(task.while, {
        run,
        input: value,
        variables: { ...on.variables, ...variables },
      });
    if (isOver) break;
    const iteration = withVariables(inIteration(scope, index), variables);
    const result = yield* runTaskList(run, task.do, iteration, value);
    value = result.output;
    if (result.isEnd) return { output: value, then: { kind: 'end' } };
  }
  return { output: value };
}

function itemsOf(task: ForTask, { on }: TaskRun): readonly Json[] {
  const items = transform(task.for.in, on);
  if (isArray(items)) return items;
  throw standardError(
    'runtime',
    `for.in must give an array, got ${
      items === null ? 'null' : typeof items
    }; an empty list is written []`,
  );
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
