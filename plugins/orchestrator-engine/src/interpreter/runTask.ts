import type {
  FlowDirective,
  Json,
  Task,
  Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { valueAt } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { exportTo, outputOf, requireValid, transformed } from './dataFlow';
import { millisecondsOf } from './durations';
import {
  GoingBack,
  TaskDecided,
  type DecidedEnd,
  type Decision,
} from './decisions';
import { holds } from './expressions';
import { hold } from './hold';
import type { Routine } from './routine';
import { requireSize } from './requireSize';
import type { BodyResult, Run, TaskRun } from './Run';
import { inOwnAttempt, taskKeyIn, type Scope } from './Scope';
import { visibleSecrets } from './secrets';
import { recordFailed, standAtGate, waitsAtGate } from './standAtGate';
import { timeArgument } from './time';
import { withTimeout } from './withTimeout';
import { WorkflowError } from './WorkflowError';

/** What a task gives to the list it stands in. */
export interface TaskResult {
  readonly output: Json;
  readonly then: FlowDirective;
}

/** One run of a task, before anything of it has happened. */
interface Attempt {
  readonly run: Run;
  readonly task: Task;
  readonly key: string;
  readonly scope: Scope;
  readonly rawInput: Json;
  /** What expressions before the task has begun see. */
  readonly variables: Variables;
  readonly startedAt: number;
}

/** How the run of a task ended, when not with an error. */
type Ending =
  | { readonly kind: 'skipped'; readonly why: 'if' | 'user' }
  | {
      readonly kind: 'completed';
      readonly output: Json;
      readonly then?: FlowDirective;
    };

/**
 * Runs a task with all that surrounds it, in the order that the DSL prescribes ("Data flow"):
 * `if` → input schema → `input.from` → the task → `output.as` → output schema → `export.as` → export schema → `then`.
 *
 * A task that fails, with nothing in the definition to handle that, waits at a gate for somebody's decision, and may run again.
 *
 * @throws {@link WorkflowError} that names the task
 */
export function* runTask(
  run: Run,
  task: Task,
  scope: Scope,
  rawInput: Json,
): Routine<TaskResult> {
  let input = rawInput;
  for (let number = 1; ; number += 1) {
    const here = inOwnAttempt(scope, number);
    yield* hold(run, taskKeyIn(here, task.pointer));
    const attempt = attemptOf(run, task, here, input);
    const end = yield* endOf(attempt);
    if (end.kind === 'done') return end.result;
    input = end.input ?? input;
  }
}

function attemptOf(
  run: Run,
  task: Task,
  scope: Scope,
  rawInput: Json,
): Attempt {
  const key = taskKeyIn(scope, task.pointer);
  const variables = taskVariables(run, task, scope, rawInput);
  return { run, task, key, scope, rawInput, variables, startedAt: run.now };
}

/** Carries an attempt out, and whatever is decided each time that it fails, until it has ended or is to be made again. */
function* endOf(
  attempt: Attempt,
): Routine<
  | { readonly kind: 'done'; readonly result: TaskResult }
  | Extract<Decision, { kind: 'retry' }>
> {
  let ending = () => carryOut(attempt);
  for (let gate = 1; ; gate += 1) {
    try {
      return { kind: 'done', result: record(attempt, yield* ending()) };
    } catch (error) {
      const decision = yield* decisionOn(attempt, error, gate);
      if (decision.kind === 'retry') return decision;
      ending = () => decidedEnding(attempt, decision);
    }
  }
}

/** @throws `error`, unless it is one that waits at a gate */
function* decisionOn(
  { run, task, key, scope }: Attempt,
  error: unknown,
  number: number,
): Routine<Decision> {
  if (!(error instanceof WorkflowError)) throw error;
  const located = error.at(task.pointer);
  if (waitsAtGate(run, scope, located)) {
    const { pointer } = task;
    return yield* standAtGate({ run, key, pointer, error: located, number });
  }
  recordFailed(run, key, { error: located, isFinal: !scope.isGuarded });
  throw located;
}

function* carryOut(attempt: Attempt): Routine<Ending> {
  if (isLeftOut(attempt)) return { kind: 'skipped', why: 'if' };
  let isUnwound = true;
  try {
    const ending = yield* runBegun(attempt);
    isUnwound = false;
    return ending;
  } catch (error) {
    isUnwound = error instanceof GoingBack;
    throw error;
  } finally {
    // The driver unwinds a cancelled branch, or an enclosing list goes back.
    if (isUnwound) recordCancelled(attempt);
  }
}

function* runBegun(attempt: Attempt): Routine<Ending> {
  const { run, task, key } = attempt;
  const taskRun = yield* begin(attempt);
  try {
    const body = yield* withTimeout(run, limitOf(task, taskRun), () =>
      run.runBody(task, taskRun),
    );
    const output = yield* finish(task, taskRun, body);
    return { kind: 'completed', output, then: body.then };
  } catch (error) {
    if (!(error instanceof TaskDecided && error.taskKey === key)) throw error;
    return yield* decidedEnding(attempt, error.end);
  }
}

/** @throws {@link WorkflowError} it is decided that the task fails, or what is given as its output cannot be exported */
function* decidedEnding(
  { run, task, key, variables }: Attempt,
  end: DecidedEnd,
): Routine<Ending> {
  switch (end.kind) {
    case 'skip':
      return { kind: 'skipped', why: 'user' };
    case 'complete': {
      const { output } = end;
      yield* exportTo(task.export, { run, input: output, variables }, key);
      return { kind: 'completed', output };
    }
    case 'fail':
      throw new WorkflowError(end.error, { isFinal: true });
    default:
      return assertNever(end);
  }
}

function isLeftOut({ run, task, rawInput, variables }: Attempt): boolean {
  return (
    task.if !== undefined &&
    !holds(task.if, { run, input: rawInput, variables })
  );
}

/** Says in the log how a task has ended. */
function record(attempt: Attempt, ending: Ending): TaskResult {
  const { run, task, key, rawInput, startedAt } = attempt;
  const at = { taskKey: key, time: run.now };
  if (ending.kind === 'skipped') {
    run.host.record({ type: 'task.skipped', ...at, data: { why: ending.why } });
    return { output: rawInput, then: task.then };
  }
  const { output, then = task.then } = ending;
  const durationMs = run.now - startedAt;
  run.host.record({
    type: 'task.completed',
    ...at,
    data: { output, durationMs, ...nextOf(then) },
  });
  return { output, then };
}

function recordCancelled({ run, key }: Attempt) {
  run.host.record({
    type: 'task.cancelled',
    taskKey: key,
    time: run.now,
    data: {},
  });
}

/** Validates and transforms the input, and says in the log that the task has started. */
function* begin(attempt: Attempt): Routine<TaskRun> {
  const { run, task, key, scope, rawInput, variables } = attempt;
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

function assertNever(end: never): never {
  throw new Error(`Unknown decision ${JSON.stringify(end)}`);
}
