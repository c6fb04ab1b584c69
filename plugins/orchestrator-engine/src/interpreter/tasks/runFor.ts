import type {
  ForTask,
  Json,
  Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { holds, transform } from '../expressions';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { listIn } from '../Resumable';
import { runTaskList } from '../runTaskList';
import { inIteration, withVariables } from '../Scope';
import { standardError } from '../WorkflowError';
import { requireIterations } from './runForeach';

/** The body once per item; an iteration's output is the next one's input (DSL reference, "For"). */
export function* runFor(task: ForTask, taskRun: TaskRun): Routine<BodyResult> {
  const { run, scope } = taskRun;
  let begun = placeOf(taskRun);
  const items = asItems(
    begun ? begun.items : transform(task.for.in, taskRun.on),
  );
  requireIterations(items.length, taskRun);
  let value = taskRun.input;
  for (let index = begun?.index ?? 0; index < items.length; index += 1) {
    const variables = { [task.for.each]: items[index], [task.for.at]: index };
    if (!begun && isOver(task, taskRun, value, variables)) break;
    const body = { ...taskRun.body, from: begun };
    begun = undefined;
    const place = { kind: 'for', items, index } as const;
    const list = listIn(body, inner => ({ ...place, list: inner }));
    const iteration = withVariables(inIteration(scope, index), variables);
    const result = yield* runTaskList(run, task.do, iteration, value, list);
    value = result.output;
    if (result.isEnd) return { output: value, then: { kind: 'end' } };
  }
  return { output: value };
}

function placeOf({ body: { from } }: TaskRun) {
  return from?.kind === 'for' ? from : undefined;
}

function isOver(
  task: ForTask,
  { run, on }: TaskRun,
  input: Json,
  variables: Variables,
): boolean {
  if (task.while === undefined) return false;
  const seen = { ...on.variables, ...variables };
  return !holds(task.while, { run, input, variables: seen });
}

function asItems(items: Json): readonly Json[] {
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
