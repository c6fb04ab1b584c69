import {
  isApproval,
  parseFunction,
  type CallFunctionTask,
  type Json,
  type ParseFunctionOptions,
  type Task,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from '../expressions';
import { fetchDocument } from '../fetchDocument';
import { perform, type Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { runTask } from '../runTask';
import { inFunction, onBehalfOf, type Scope } from '../Scope';
import { standardError } from '../WorkflowError';
import { runApproval } from './runApproval';

/**
 * A function is a task that runs with `with` as its input, on behalf of the task that calls it (DSL reference, "Call"; DSL,
 * "Creating a Custom Function"). It sees no variables of its caller.
 */
export function* runFunction(
  task: CallFunctionTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  if (isApproval(task.function)) return yield* runApproval(task, taskRun);
  const { key, on, run } = taskRun;
  const input = fill(task.with ?? {}, on);
  const { name, kind } = task.function;
  if (kind === 'offered') {
    const base = { id: `${key}:call`, taskKey: key };
    return {
      output: yield* perform({ kind: 'function', ...base, name, input }),
    };
  }
  const callee = yield* calleeOf(task, taskRun);
  const scope = scopeOf(task, taskRun);
  return endOf(yield* runTask(run, callee, scope, input));
}

/** A function that says `end` ends the workflow; any other directive of its own leads nowhere. */
function endOf({ output, then }: BodyResult): BodyResult {
  return then?.kind === 'end' ? { output, then } : { output };
}

/** @throws {@link WorkflowError} of kind `configuration` when functions call each other without end */
function scopeOf(
  { pointer, function: callee }: CallFunctionTask,
  at: TaskRun,
): Scope {
  const { limits } = at.run;
  const scope = inFunction(at.scope);
  if (scope.callDepth > limits.callDepth) {
    throw standardError(
      'configuration',
      `More than ${limits.callDepth} functions call each other; \`${callee.name}\` is one of them`,
    );
  }
  return isElsewhere(callee) ? scope : onBehalfOf(scope, pointer);
}

function* calleeOf(task: CallFunctionTask, at: TaskRun): Routine<Task> {
  const { run, key, on } = at;
  const callee = task.function;
  if (isElsewhere(callee)) {
    const { document, uri } = yield* fetchDocument(callee, on, {
      id: `${key}:function`,
      taskKey: key,
    });
    return parsed(document, uri, { task, expressions: run.expressions });
  }
  const defined = run.definition.functions?.get(callee.name);
  if (defined) return defined;
  throw standardError(
    'configuration',
    `There is no function \`${callee.name}\` in use.functions`,
  );
}

type External = Extract<CallFunctionTask['function'], { kind: 'external' }>;

function isElsewhere(callee: CallFunctionTask['function']): callee is External {
  return callee.kind === 'external';
}

/** Its tasks stand under the `call` that names it, so that their keys are the caller's own. */
function parsed(
  document: Json,
  uri: string,
  {
    task,
    expressions,
  }: Pick<ParseFunctionOptions, 'expressions'> & {
    readonly task: CallFunctionTask;
  },
): Task {
  const { task: callee, problems } = parseFunction(document, {
    name: task.function.name,
    pointer: `${task.pointer}/call`,
    expressions,
  });
  if (callee) return callee;
  const faults = problems
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, message }) => `${pointer}: ${message}`);
  throw standardError(
    'configuration',
    `What is at ${uri} is no function that can be called: ${faults.join('; ')}`,
  );
}
