import type {
  FlowDirective,
  Json,
  JsonSchema,
  Task,
  Template,
  Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  validateValue,
  valueAt,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { millisecondsOf } from './durations';
import { holds, transform } from './expressions';
import type { Routine } from './routine';
import type { Evaluation, Run, TaskRun } from './Run';
import { taskKeyIn, type Scope } from './Scope';
import { timeArgument } from './time';
import { withTimeout } from './withTimeout';
import { standardError, WorkflowError } from './WorkflowError';

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
    const taskRun = begin(run, task, { key, scope, rawInput, variables });
    const body = yield* withTimeout(run, limitOf(task, taskRun), () =>
      run.runBody(task, taskRun),
    );
    const output = finish(task, taskRun, body.output);
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
function begin(
  run: Run,
  task: Task,
  at: {
    readonly key: string;
    readonly scope: Scope;
    readonly rawInput: Json;
    readonly variables: Variables;
  },
): TaskRun {
  const { key, scope, rawInput, variables } = at;
  let input = rawInput;
  try {
    requireValid(task.input?.schema, rawInput, 'input');
    input = applied(task.input?.from, { run, input: rawInput, variables });
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
function finish(task: Task, taskRun: TaskRun, rawOutput: Json): Json {
  const { run, on } = taskRun;
  const variables = withRawOutput(on.variables, rawOutput);
  const output = applied(task.output?.as, { run, input: rawOutput, variables });
  requireValid(task.output?.schema, output, 'output');
  if (task.export?.as !== undefined) {
    const exported = transform(task.export.as, {
      run,
      input: output,
      variables: { ...variables, output },
    });
    requireValid(task.export.schema, exported, 'export');
    run.context = exported;
  }
  return output;
}

function limitOf(task: Task, { key, on }: TaskRun) {
  const ms = task.timeout && millisecondsOf(task.timeout, on);
  return { id: key, taskKey: key, ms };
}

function applied(filter: Template | undefined, on: Evaluation): Json {
  return filter === undefined ? on.input : transform(filter, on);
}

function nextOf(then: FlowDirective): { next?: string } {
  if (then.kind === 'continue') return {};
  return { next: then.kind === 'task' ? then.name : then.kind };
}

/**
 * Checks a value against a schema of the definition.
 *
 * @throws {@link WorkflowError} of kind `validation`, naming each faulty member
 */
export function requireValid(
  schema: JsonSchema | undefined,
  value: Json,
  what: string,
): void {
  if (schema === undefined) return;
  const faults = validateValue(schema, value);
  if (faults.length === 0) return;
  const list = faults.map(
    fault => `${fault.pointer || what}: ${fault.message}`,
  );
  throw standardError('validation', `Invalid ${what}: ${list.join('; ')}`);
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
    task: {
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
    secrets: {},
    authorization: null,
  };
}

function withRawOutput(variables: Variables, output: Json): Variables {
  const task = variables.task as { readonly [key: string]: Json };
  return { ...variables, task: { ...task, output } };
}
