import type {
  ErrorFilter,
  Json,
  RetryPolicy,
  TryTask,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { BodyPlace } from '../Checkpoint';
import { millisecondsOf } from '../durations';
import { fill, holds } from '../expressions';
import { fractionOf } from '../fractionOf';
import { perform, type Routine } from '../routine';
import type { BodyResult, Evaluation, TaskRun } from '../Run';
import { listIn } from '../Resumable';
import { runTaskList, type ListResult } from '../runTaskList';
import { inAttempt, withVariables, type Scope } from '../Scope';
import { withTimeout } from '../withTimeout';
import { normaliseErrorType, WorkflowError } from '../WorkflowError';
import { ofList } from './ofList';

/** A day: doubling must not run away. */
const MAX_BACKOFF_MS = 24 * 60 * 60 * 1000;

/**
 * Runs the body; on an error that `catch` takes, tries again as its policy allows, then runs `catch.do`.
 *
 * An error that is caught without `retry` and without `do` is handled: the output is the task's input. Retries that are used
 * up without a `do` let the error through. Follows DSL reference, "Try" and "Retry".
 */
export function* runTry(task: TryTask, taskRun: TaskRun): Routine<BodyResult> {
  const { run, scope } = taskRun;
  let begun = placeOf(taskRun);
  const firstAttemptAt = begun?.firstAttemptAt ?? run.now;
  for (let attempt = begun?.attempt ?? 1; ; attempt += 1) {
    try {
      const from = begun;
      begun = undefined;
      const place = { attempt, firstAttemptAt, from };
      return ofList(yield* runAttempt(task, taskRun, place));
    } catch (error) {
      if (!(error instanceof WorkflowError)) throw error;
      const caught = catching(task, taskRun, error);
      if (!caught) throw error;
      const delayMs = retryDelay(task, {
        caught,
        attempt,
        firstAttemptAt,
        taskRun,
      });
      if (delayMs !== undefined) {
        yield* backOff(task, taskRun, { attempt: attempt + 1, delayMs, error });
      } else if (task.catch.do) {
        const handler = withVariables(scope, {
          [task.catch.as]: error.toJson(),
        });
        const result = yield* runTaskList(
          run,
          task.catch.do,
          handler,
          taskRun.input,
        );
        return withThen(task, result);
      } else if (task.catch.retry) {
        throw error;
      } else {
        return { output: taskRun.input, then: task.catch.then };
      }
    }
  }
}

type TryPlace = Extract<BodyPlace, { readonly kind: 'try' }>;

/** One attempt, from 1. */
interface Attempt extends Pick<TryPlace, 'attempt' | 'firstAttemptAt'> {
  /** Where it goes on after a checkpoint. */
  readonly from: TryPlace | undefined;
}

function placeOf({ body: { from } }: TaskRun): TryPlace | undefined {
  return from?.kind === 'try' ? from : undefined;
}

function* runAttempt(
  task: TryTask,
  { run, key, scope, input, on, body }: TaskRun,
  { attempt, firstAttemptAt, from }: Attempt,
): Routine<ListResult> {
  const guarded: Scope = { ...inAttempt(scope, attempt), isGuarded: true };
  const limitMs = from ? from.limitMs : attemptLimitMs(task, on);
  const place = { kind: 'try', attempt, firstAttemptAt, limitMs } as const;
  const list = listIn({ ...body, from }, inner => ({ ...place, list: inner }));
  return yield* withTimeout(
    run,
    { id: `${key}#${attempt}`, taskKey: key, ms: limitMs },
    () => runTaskList(run, task.try, guarded, input, list),
  );
}

function attemptLimitMs(task: TryTask, on: Evaluation): number | undefined {
  const limit = task.catch.retry?.limit.attemptDuration;
  return limit && millisecondsOf(limit, on);
}

function withThen(task: TryTask, result: ListResult): BodyResult {
  return result.isEnd
    ? ofList(result)
    : { output: result.output, then: task.catch.then };
}

/** What expressions of the catch see, when it takes the error. */
function catching(
  { catch: { errors, as, when, exceptWhen } }: TryTask,
  { run, input, on }: TaskRun,
  error: WorkflowError,
): Evaluation | undefined {
  const caught: Evaluation = {
    run,
    input,
    variables: { ...on.variables, [as]: error.toJson() },
  };
  const takes =
    matches(errors, error, caught) &&
    (when === undefined || holds(when, caught)) &&
    (exceptWhen === undefined || !holds(exceptWhen, caught));
  return takes ? caught : undefined;
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

interface Retrying {
  readonly caught: Evaluation;
  /** The attempt that has just failed, from 1. */
  readonly attempt: number;
  readonly firstAttemptAt: number;
  readonly taskRun: TaskRun;
}

/** Milliseconds until the next attempt; `undefined` when there is to be none. */
function retryDelay(task: TryTask, retrying: Retrying): number | undefined {
  const policy = task.catch.retry;
  if (!policy) return undefined;
  const { caught, attempt, firstAttemptAt, taskRun } = retrying;
  const { retries, duration } = policy.limit;
  if (retries !== undefined && attempt > retries) return undefined;
  if (policy.when !== undefined && !holds(policy.when, caught))
    return undefined;
  if (policy.exceptWhen !== undefined && holds(policy.exceptWhen, caught)) {
    return undefined;
  }
  const delayMs = backoffOf(policy, retrying) + jitterOf(policy, retrying);
  if (duration) {
    const end = firstAttemptAt + millisecondsOf(duration, caught);
    if (taskRun.run.now + delayMs > end) return undefined;
  }
  return delayMs;
}

/** `delay`, `delay × attempt` or `delay × 2^(attempt - 1)`; never above {@link MAX_BACKOFF_MS}. */
function backoffOf(policy: RetryPolicy, { attempt, caught }: Retrying): number {
  const delay = policy.delay ? millisecondsOf(policy.delay, caught) : 0;
  const factor = {
    constant: 1,
    linear: attempt,
    exponential: 2 ** (attempt - 1),
  }[policy.backoff];
  return Math.min(delay * factor, MAX_BACKOFF_MS);
}

/** The same for the same attempt of the same task, so that a replay waits as long as the first run. */
function jitterOf(
  policy: RetryPolicy,
  { attempt, caught, taskRun }: Retrying,
): number {
  if (!policy.jitter) return 0;
  const from = millisecondsOf(policy.jitter.from, caught);
  const to = millisecondsOf(policy.jitter.to, caught);
  const seed = `${taskRun.run.start.instanceId}${taskRun.key}#${attempt}`;
  return Math.round(from + fractionOf(seed) * Math.max(0, to - from));
}

function* backOff(
  task: TryTask,
  { run, key }: TaskRun,
  next: {
    readonly attempt: number;
    readonly delayMs: number;
    readonly error: WorkflowError;
  },
): Routine<Json> {
  const { retries } = task.catch.retry!.limit;
  return yield* perform({
    kind: 'timer',
    id: `${key}#${next.attempt}:backoff`,
    taskKey: key,
    purpose: 'backoff',
    until: run.now + next.delayMs,
    details: {
      attempt: next.attempt,
      ...(retries !== undefined && { of: retries + 1 }),
      error: next.error.details,
    },
  });
}
