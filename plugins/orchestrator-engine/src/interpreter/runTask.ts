import type {
  FlowDirective,
  Json,
  Task,
  Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { valueAt } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { exportTo, outputOf, requireValid, transformed } from './dataFlow';
import { millisecondsOf } from './durations';
import { holds } from './expressions';
import type { Routine } from './routine';
import { requireSize } from './requireSize';
import type { BodyResult, Run, TaskRun } from './Run';
import { taskKeyIn, type Scope } from './Scope';
import { visibleSecrets } from './secrets';
import { timeArgument } from './time';
import { withTimeout } from './withTimeout';
import { WorkflowError } from './WorkflowError';

/** What a task gives to the list it stands in. */
export interface TaskResult {
  readonly output: Json;
  readonly then: FlowDirective;
}

/**
 * Runs a task with all that surrounds it, in the order that the DSL prescribes ("Data flow"):
 * `if` → input schema → `input.from` → the task → `output.as` → output schema → `export.as` → export schema → `then`.
 *
 * @throws {@link WorkflowError} that names the task
 */
export function* runTask(
  run: Run,
  task: Task,
  scope: Scope,
  rawInput: Json,
): Routine<TaskResult> {
  const key = taskKeyIn(scope, task.pointer);
  const startedAt = run.now;
  const variables = taskVariables(run, task, scope, rawInput);
  let isOpen = false;
  try {
    if (task.if && !holds(task.if, { run, input: rawInput, variables })) {
      run.host.record({
        type: 'task.skipped',
        taskKey: key,
        time: run.now,
        data: { why: 'if' },
      });
      return { output: rawInput, then: task.then };
    }
    isOpen = true;
    const taskRun = yield* begin(run, task, {
      key,
      scope,
      rawInput,
      variables,
    });
    const body = yield* withTimeout(run, limitOf(task, taskRun), () =>
      run.runBody(task, taskRun),
    );
    const output = yield* finish(task, taskRun, body);
    const then = body.then ?? task.then;
    isOpen = false;
    run.host.record({
      type: 'task.completed',
      taskKey: key,
      time: run.now,
      data: { output, durationMs: run.now - startedAt, ...nextOf(then) },
    });
    return { output, then };
  } catch (error) {
    isOpen = false;
    if (!(error instanceof WorkflowError)) throw error;
    const located = error.at(task.pointer);
    run.host.record({
      type: 'task.failed',
      taskKey: key,
      time: run.now,
      data: { error: located.details, final: !scope.isGuarded },
    });
    throw located;
  } finally {
    // Still open here: the driver unwinds a cancelled branch.
    if (isOpen) {
      run.host.record({
        type: 'task.cancelled',
        taskKey: key,
        time: run.now,
        data: {},
      });
    }
  }
}

/** Validates and transforms the input, and says in the log that the task has started. */
function* begin(
  run: Run,
  task: Task,
  at: {
    readonly key: string;
    readonly scope: Scope;
    readonly rawInput: Json;
    readonly variables: Variables;
  },
): Routine<TaskRun> {
  const { key, scope, rawInput, variables } = at;
  const onRaw = { run, input: rawInput, variables };
  let input = rawInput;
  try {
    yield* requireValid(task.input, onRaw, 'input', key);
    input = transformed(task.input?.from, onRaw);
    requireSize(input, 'input', run);
  } finally {
    run.host.record({
      type: 'task.started',
      taskKey: key,
      time: run.now,
      data: { kind: task.kind, input },
    });
  }
  const on = { run, input, variables: { ...variables, input } };
  return { run, key, scope, input, on };
}

/** The task's output after `output.as`; exports to `$context` on the way. */
function* finish(
  task: Task,
  { run, key, on }: TaskRun,
  { output: rawOutput, authorization = null }: BodyResult,
): Routine<Json> {
  requireSize(rawOutput, 'output', run);
  const variables = {
    ...withRawOutput(on.variables, rawOutput),
    authorization,
  };
  const output = yield* outputOf(
    task.output,
    { run, input: rawOutput, variables },
    key,
  );
  yield* exportTo(task.export, { run, input: output, variables }, key);
  return output;
}

function limitOf(task: Task, { key, on }: TaskRun) {
  const ms = task.timeout && millisecondsOf(task.timeout, on);
  return { id: key, taskKey: key, ms };
}

function nextOf(then: FlowDirective): { next?: string } {
  if (then.kind === 'continue') return {};
  return { next: then.kind === 'task' ? then.name : then.kind };
}

/** Runtime expression arguments of a task (DSL reference, "Runtime expression arguments"). */
function taskVariables(
  run: Run,
  task: Task,
  scope: Scope,
  rawInput: Json,
): Variables {
  return {
    ...workflowVariables(run),
    ...scope.variables,
    input: rawInput,
    task: scope.extendedTask ?? {
      name: task.name,
      reference: task.pointer,
      definition: valueAt(run.definition.raw, task.pointer) ?? null,
      input: rawInput,
      startedAt: timeArgument(run.now),
    },
  };
}

/** Runtime expression arguments that do not depend on a task. */
export function workflowVariables(run: Run): Variables {
  const { definition, start } = run;
  return {
    input: run.input,
    workflow: {
      id: start.instanceId,
      definition: definition.raw,
      input: start.input,
      startedAt: timeArgument(start.startedAt),
    },
    runtime: {
      name: run.runtime.name,
      version: run.runtime.version,
      metadata: run.runtime.metadata,
    },
    secrets: visibleSecrets(run),
    authorization: null,
  };
}

function withRawOutput(variables: Variables, output: Json): Variables {
  const task = variables.task as { readonly [key: string]: Json };
  return { ...variables, task: { ...task, output } };
}
