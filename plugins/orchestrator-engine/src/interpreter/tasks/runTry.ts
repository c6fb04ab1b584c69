import type { ErrorDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  ErrorFilter,
  Json,
  RetryPolicy,
  TryTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ListPlace, TryPlace } from '../Checkpoint';
import { millisecondsOf } from '../durations';
import { fill, holds } from '../expressions';
import { fractionOf } from '../fractionOf';
import { perform, type Routine } from '../routine';
import type { BodyResult, Evaluation, TaskRun } from '../Run';
import { sinceEverywhere, within } from '../Resumable';
import { runTaskList, type ListResult } from '../runTaskList';
import { inAttempt, withVariables, type Scope } from '../Scope';
import { waitingAt } from '../waitingAt';
import { withTimeout } from '../withTimeout';
import { normaliseErrorType, WorkflowError } from '../WorkflowError';
import { ofList } from './ofList';

/** A day: doubling must not run away. */
const MAX_BACKOFF_MS = 24 * 60 * 60 * 1000;

/** One attempt of a `try`. */
interface Attempt extends Pick<TryPlace, 'attempt' | 'firstAttemptAt'> {
  readonly task: TryTask;
  readonly taskRun: TaskRun;
}

/**
 * Runs the body; on an error that `catch` takes, tries again as its policy allows, then runs `catch.do`.
 *
 * An error that is caught without `retry` and without `do` is handled: the output is the task's input. Retries that are used
 * up without a `do` let the error through. Follows DSL reference, "Try" and "Retry".
 */
export function* runTry(task: TryTask, taskRun: TaskRun): Routine<BodyResult> {
  const { run } = taskRun;
  let begun = placeOf(taskRun);
  const firstAttemptAt = begun?.firstAttemptAt ?? run.now;
  for (let number = begun?.attempt ?? 1; ; number += 1) {
    const from = begun;
    begun = undefined;
    const attempt = { task, taskRun, attempt: number, firstAttemptAt };
    if (from && 'caught' in from) {
      return yield* handle(attempt, from.caught, from.list);
    }
    if (from && 'backOff' in from) {
      yield* backOff(attempt, from.backOff);
      continue;
    }
    try {
      return ofList(yield* runAttempt(attempt, from));
    } catch (error) {
      const caught = catching(task, taskRun, error);
      const delayMs = retryDelay(attempt, caught);
      if (delayMs === undefined) return yield* settleFor(attempt, caught);
      const until = run.now + delayMs;
      yield* backOff(attempt, { until, error: caught.error.toJson() });
    }
  }
}

function placeOf({ body: { from } }: TaskRun): TryPlace | undefined {
  return from?.kind === 'try' ? from : undefined;
}

function* runAttempt(
  { task, taskRun, attempt, firstAttemptAt }: Attempt,
  from: Extract<TryPlace, { readonly limitMs?: number }> | undefined,
): Routine<ListResult> {
  const { run, key, scope, input, on, body } = taskRun;
  const guarded: Scope = { ...inAttempt(scope, attempt), isGuarded: true };
  const limitMs = from ? from.limitMs : attemptLimitMs(task, on);
  const place = { kind: 'try', attempt, firstAttemptAt, limitMs } as const;
  const list = within(body, from?.list, inner => ({ ...place, list: inner }));
  return yield* withTimeout(
    run,
    { id: `${key}#${attempt}`, taskKey: key, ms: limitMs },
    () => runTaskList(run, task.try, guarded, input, list),
  );
}

/** There is to be no further attempt. @throws the error, when nothing is to be done about it */
function* settleFor(attempt: Attempt, { error }: Caught): Routine<BodyResult> {
  const { task, taskRun } = attempt;
  if (task.catch.do) return yield* handle(attempt, error.toJson());
  if (task.catch.retry) throw error;
  return { output: taskRun.input, then: task.catch.then };
}

/** Runs `catch.do`. */
function* handle(
  { task, taskRun, attempt, firstAttemptAt }: Attempt,
  caught: Json,
  from?: ListPlace,
): Routine<BodyResult> {
  const { run, scope, input, body } = taskRun;
  const place = { kind: 'try', attempt, firstAttemptAt, caught } as const;
  const list = within(sinceEverywhere(run, body), from, inner => ({
    ...place,
    list: inner,
  }));
  const handler = withVariables(scope, { [task.catch.as]: caught });
  const tasks = task.catch.do ?? [];
  const result = yield* runTaskList(run, tasks, handler, input, list);
  return result.isEnd
    ? ofList(result)
    : { output: result.output, then: task.catch.then };
}

function attemptLimitMs(task: TryTask, on: Evaluation): number | undefined {
  const limit = task.catch.retry?.limit.attemptDuration;
  return limit && millisecondsOf(limit, on);
}

/** An error that the catch takes, and what its expressions see. */
interface Caught {
  readonly error: WorkflowError;
  readonly on: Evaluation;
}

/** @throws `error`, when the catch does not take it */
function catching(
  { catch: { errors, as, when, exceptWhen } }: TryTask,
  { run, input, on: { variables } }: TaskRun,
  error: unknown,
): Caught {
  if (!(error instanceof WorkflowError)) throw error;
  const seen = { ...variables, [as]: error.toJson() };
  const on: Evaluation = { run, input, variables: seen };
  const takes =
    matches(errors, error, on) &&
    (when === undefined || holds(when, on)) &&
    (exceptWhen === undefined || !holds(exceptWhen, on));
  if (takes) return { error, on };
  throw error;
}

function matches(
  filter: ErrorFilter | undefined,
  { details }: WorkflowError,
  on: Evaluation,
): boolean {
  if (!filter) return true;
  const { type, ...others } = filter;
  if (type !== undefined) {
    const expected = fill(type, on);
    if (
      normaliseErrorType(String(expected)) !== normaliseErrorType(details.type)
    ) {
      return false;
    }
  }
  return (Object.keys(others) as (keyof typeof others)[]).every(
    member =>
      others[member] === undefined ||
      fill(others[member]!, on) === details[member],
  );
}

/** Milliseconds until the next attempt; `undefined` when there is to be none. */
function retryDelay(
  attempt: Attempt,
  { on }: Pick<Caught, 'on'>,
): number | undefined {
  const policy = attempt.task.catch.retry;
  if (!policy) return undefined;
  const { retries, duration } = policy.limit;
  if (retries !== undefined && attempt.attempt > retries) return undefined;
  if (policy.when !== undefined && !holds(policy.when, on)) return undefined;
  if (policy.exceptWhen !== undefined && holds(policy.exceptWhen, on)) {
    return undefined;
  }
  const retrying = { ...attempt, policy, on };
  const delayMs = backoffOf(retrying) + jitterOf(retrying);
  if (duration) {
    const end = attempt.firstAttemptAt + millisecondsOf(duration, on);
    if (on.run.now + delayMs > end) return undefined;
  }
  return delayMs;
}

interface Retrying extends Attempt {
  readonly policy: RetryPolicy;
  readonly on: Evaluation;
}

/** `delay`, `delay × attempt` or `delay × 2^(attempt - 1)`; never above {@link MAX_BACKOFF_MS}. */
function backoffOf({ policy, attempt, on }: Retrying): number {
  const delay = policy.delay ? millisecondsOf(policy.delay, on) : 0;
  const factor = {
    constant: 1,
    linear: attempt,
    exponential: 2 ** (attempt - 1),
  }[policy.backoff];
  return Math.min(delay * factor, MAX_BACKOFF_MS);
}

/** The same for the same attempt of the same task, so that a replay waits as long as the first run. */
function jitterOf({ policy, attempt, on, taskRun }: Retrying): number {
  if (!policy.jitter) return 0;
  const from = millisecondsOf(policy.jitter.from, on);
  const to = millisecondsOf(policy.jitter.to, on);
  const seed = `${taskRun.run.start.instanceId}${taskRun.key}#${attempt}`;
  return Math.round(from + fractionOf(seed) * Math.max(0, to - from));
}

/** Waits for the attempt that follows. */
function* backOff(
  { task, taskRun, attempt, firstAttemptAt }: Attempt,
  next: Extract<TryPlace, { readonly backOff: unknown }>['backOff'],
): Routine<void> {
  const { key, body } = taskRun;
  const { retries } = task.catch.retry?.limit ?? {};
  const place = { kind: 'try', attempt, firstAttemptAt } as const;
  const backingOff = () => ({ ...place, backOff: next });
  yield* waitingAt(body, backingOff, () =>
    perform({
      kind: 'timer',
      id: `${key}#${attempt + 1}:backoff`,
      taskKey: key,
      purpose: 'backoff',
      until: next.until,
      details: {
        attempt: attempt + 1,
        ...(retries !== undefined && { of: retries + 1 }),
        error: next.error as unknown as ErrorDetails,
      },
    }),
  );
}
