import type {
  Extension,
  Json,
  Task,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { holds } from '../expressions';
import { isObject, type JsonObject } from '../json';
import type { Branch, Routine } from '../routine';
import type { BodyResult, Evaluation, TaskRun } from '../Run';
import { extensionsOf } from '../extensionsOf';
import { PlaceLostError } from '../Resumable';
import { runTaskList } from '../runTaskList';
import { inExtension, onBehalfOf, type Scope } from '../Scope';

/**
 * Runs a task's body with the extensions that apply to it around it, the first one outermost (DSL reference, "Extension").
 *
 * `before` gets the task's input, `after` its raw output; what they give is dropped, for the task goes on with its own. `then:
 * exit` in `before` skips the task, and what was given becomes its raw output. In the expressions of an extension `$task` is
 * the extended task, with the members of its definition. What runs in an extension is not extended itself. No checkpoint is
 * made in an extended task.
 */
export function runExtended(
  task: Task,
  taskRun: TaskRun,
  body: (taskRun: TaskRun) => Routine<BodyResult>,
): Routine<BodyResult> {
  const { run, scope } = taskRun;
  const extensions =
    scope.extendedTask === undefined ? extensionsOf(task, run.definition) : [];
  if (extensions.length === 0) return body(taskRun);
  if (taskRun.body.from) {
    const why = 'which has got an extension in this definition';
    throw new PlaceLostError(task.pointer, why);
  }
  const alone = { ...taskRun, body: {} };
  return extensions.reduceRight<Branch<BodyResult>>(
    (inner, extension) => () => around(extension, { task, taskRun, inner }),
    () => body(alone),
  )();
}

/** A task to extend. */
interface Extended {
  readonly task: Task;
  readonly taskRun: TaskRun;
  readonly inner: Branch<BodyResult>;
}

function* around(
  { before, after, when }: Extension,
  extended: Extended,
): Routine<BodyResult> {
  const { task, taskRun, inner } = extended;
  const { run, input } = taskRun;
  const described = describe(taskRun.on);
  if (when !== undefined && !holds(when, described)) return yield* inner();
  const scope = scopeOf(task, taskRun, described.variables.task);
  const first = yield* runTaskList(run, before, scope, input);
  if (first.isEnd) return { output: first.output, then: { kind: 'end' } };
  if (first.isExit) return { output: first.output };
  const result = yield* inner();
  const $task = withOutput(described.variables.task, result.output);
  const last = yield* runTaskList(
    run,
    after,
    scopeOf(task, taskRun, $task),
    result.output,
  );
  return last.isEnd ? { ...result, then: { kind: 'end' } } : result;
}

function scopeOf({ pointer }: Task, { scope }: TaskRun, $task: Json): Scope {
  return inExtension(onBehalfOf(scope, pointer), $task);
}

/** `$task` as extensions see it: the members of the definition, too, as the reference's own examples have it. */
function describe(on: Evaluation): Evaluation {
  const task = asObject(on.variables.task);
  const $task = { ...asObject(task.definition), ...task };
  return { ...on, variables: { ...on.variables, task: $task } };
}

function withOutput($task: Json, output: Json): Json {
  return { ...asObject($task), output };
}

function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}
