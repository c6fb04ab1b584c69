import type {
  FlowDirective,
  Json,
  Task,
  Variables,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { valueAt } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { assertNever } from '../assertNever';
import type { TaskPlace } from './Checkpoint';
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
import type { BodyResult, Evaluation, Run, TaskRun } from './Run';
import { inOwnAttempt, taskKeyIn, type Scope } from './Scope';
import { visibleSecrets } from './secrets';
import { recordFailed, standAtGate, waitsAtGate } from './standAtGate';
import { timeArgument } from './time';
import { PlaceLostError, within, type Resumable } from './Resumable';
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
  /** Which run of the task it is, from 1. */
  readonly number: number;
  readonly place: Resumable<TaskPlace>;
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
 * @param place - how the task stands to checkpoints; by default none is made in it
 * @throws {@link WorkflowError} that names the task
 */
export function* runTask(
  run: Run,
  task: Task,
  scope: Scope,
  rawInput: Json,
  place: Resumable<TaskPlace> = {},
): Routine<TaskResult> {
  let input = rawInput;
  let { from } = place;
  for (let number = from?.number ?? 1; ; number += 1) {
    const here = inOwnAttempt(scope, number);
    if (!from) yield* hold(run, taskKeyIn(here, task.pointer));
    const begun = from ?? { number, startedAt: run.now, rawInput: input };
    const stands = { ...place, from };
    const attempt = attemptOf(run, task, here, { ...begun, place: stands });
    from = undefined;
    const end = yield* endOf(attempt);
    if (end.kind === 'done') return end.result;
    input = end.input ?? attempt.rawInput;
  }
}

function attemptOf(
  run: Run,
  task: Task,
  scope: Scope,
  {
    number,
    rawInput,
    startedAt,
    place,
  }: Pick<Attempt, 'number' | 'rawInput' | 'startedAt' | 'place'>,
): Attempt {
  const key = taskKeyIn(scope, task.pointer);
  const variables = taskVariables(run, task, scope, { rawInput, startedAt });
  const what = { run, task, key, scope, variables };
  return { ...what, number, rawInput, startedAt, place };
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
    return yield* standAtGate({ run, key, task, error: located, number });
  }
  recordFailed(run, key, { error: located, isFinal: !scope.isGuarded });
  throw located;
}

function* carryOut(attempt: Attempt): Routine<Ending> {
  const hasBegun = attempt.place.from !== undefined;
  if (!hasBegun && isLeftOut(attempt)) return { kind: 'skipped', why: 'if' };
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
  const { from } = attempt.place;
  const on = from ? onInput(attempt, from.input) : yield* begin(attempt);
  const ms = from ? from.limitMs : limitMsOf(task, on);
  const taskRun = taskRunOf(attempt, on, ms);
  try {
    const limit = { id: key, taskKey: key, ms };
    const body = yield* withTimeout(run, limit, () =>
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
      return assertNever(end, 'decision');
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
function* begin(attempt: Attempt): Routine<Evaluation> {
  const { run, task, key, rawInput, variables } = attempt;
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
  return onInput(attempt, input);
}

/** What expressions of a task that has begun see. */
function onInput({ run, variables }: Attempt, input: Json): Evaluation {
  return { run, input, variables: { ...variables, input } };
}

/** @throws {@link PlaceLostError} */
function taskRunOf(
  { run, task, key, scope, number, rawInput, startedAt, place }: Attempt,
  on: Evaluation,
  limitMs: number | undefined,
): TaskRun {
  const { input } = on;
  const from = place.from?.body;
  if (from && from.kind !== task.kind) {
    const why = `a \`${from.kind}\`, which is a \`${task.kind}\` in this definition`;
    throw new PlaceLostError(task.pointer, why);
  }
  const noted = { number, startedAt, rawInput, input, limitMs };
  const body = within(place, from, inner => ({ ...noted, body: inner }));
  return { run, key, scope, input, on, body };
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

function limitMsOf({ timeout }: Task, on: Evaluation): number | undefined {
  return timeout && millisecondsOf(timeout, on);
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
  {
    rawInput,
    startedAt,
  }: { readonly rawInput: Json; readonly startedAt: number },
): Variables {
  return {
    ...run.constants,
    ...scope.variables,
    input: rawInput,
    task: scope.extendedTask ?? {
      name: task.name,
      reference: task.pointer,
      definition: valueAt(run.definition.raw, task.pointer) ?? null,
      input: rawInput,
      startedAt: timeArgument(startedAt),
    },
  };
}

/** Runtime expression arguments that do not depend on a task. */
export function workflowVariables({ input, constants }: Run): Variables {
  return { ...constants, input };
}

/** Those of them that stay the same all the time. */
export function constantVariables({
  definition,
  start,
  runtime,
  secrets,
}: Pick<Run, 'definition' | 'start' | 'runtime' | 'secrets'>): Variables {
  return {
    workflow: {
      id: start.instanceId,
      definition: definition.raw,
      input: start.input,
      startedAt: timeArgument(start.startedAt),
    },
    runtime: {
      name: runtime.name,
      version: runtime.version,
      metadata: runtime.metadata,
    },
    secrets: visibleSecrets({ definition, secrets }),
    authorization: null,
  };
}

function withRawOutput(variables: Variables, output: Json): Variables {
  const task = variables.task as { readonly [key: string]: Json };
  return { ...variables, task: { ...task, output } };
}
