import {
  isApproval,
  parseFunction,
  type CallFunctionTask,
  type Json,
  type ParseFunctionOptions,
  type Task,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { fill } from '../expressions';
import { fetchDocument, type FetchedDocument } from '../fetchDocument';
import { sinceEverywhere, within } from '../Resumable';
import type { Routine } from '../routine';
import type { BodyResult, TaskRun } from '../Run';
import { runTask } from '../runTask';
import { inFunction, onBehalfOf, type Scope } from '../Scope';
import { standardError } from '../WorkflowError';
import { performOnly } from './performOnly';
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
  if (task.function.kind === 'offered') return yield* runOffered(task, taskRun);
  const { on, run, body } = taskRun;
  const begun = placeOf(body);
  const input = begun ? begun.input : fill(task.with ?? {}, on);
  const { callee, uri } = yield* calleeOf(task, taskRun, begun?.uri);
  const place = { kind: 'call', input, uri } as const;
  const part = within(sinceEverywhere(run, body), begun?.task, inner => ({
    ...place,
    task: inner,
  }));
  const scope = scopeOf(task, taskRun);
  return endOf(yield* runTask(run, callee, scope, input, part));
}

function* runOffered(
  task: CallFunctionTask,
  taskRun: TaskRun,
): Routine<BodyResult> {
  const { key: taskKey, on } = taskRun;
  const { name } = task.function;
  return {
    output: yield* performOnly('call', taskRun, () => ({
      kind: 'function',
      id: `${taskKey}:call`,
      taskKey,
      name,
      input: fill(task.with ?? {}, on),
    })),
  };
}

function placeOf({ from }: TaskRun['body']) {
  return from?.kind === 'call' && 'task' in from ? from : undefined;
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

/** @param knownUri - where it was found before the last checkpoint */
function* calleeOf(
  task: CallFunctionTask,
  at: TaskRun,
  knownUri: string | undefined,
): Routine<{ readonly callee: Task; readonly uri?: string }> {
  const { run } = at;
  const callee = task.function;
  if (isElsewhere(callee)) {
    const { document, uri } = yield* documentOf(callee, at, knownUri);
    const { expressions } = run;
    return { callee: parsed(document, uri, { task, expressions }), uri };
  }
  const defined = run.definition.functions?.get(callee.name);
  if (defined) return { callee: defined };
  throw standardError(
    'configuration',
    `There is no function \`${callee.name}\` in use.functions`,
  );
}

function* documentOf(
  callee: External,
  { run, key, on }: TaskRun,
  knownUri: string | undefined,
): Routine<FetchedDocument> {
  const known = knownUri && run.documents.get(knownUri);
  if (knownUri && known) return { document: known, uri: knownUri };
  const effect = { id: `${key}:function`, taskKey: key };
  return yield* fetchDocument(callee, on, effect);
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
