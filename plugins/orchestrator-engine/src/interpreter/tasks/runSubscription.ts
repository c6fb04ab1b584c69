import type {
  CallAsyncApiTask,
  Json,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { millisecondsOf } from '../durations';
import type { AsyncApiEffect } from '../effects';
import { holds } from '../expressions';
import { fillWholeNumber } from '../fillAs';
import { first, perform, type Routine } from '../routine';
import type { BodyResult, Evaluation, TaskRun } from '../Run';
import { WorkflowError } from '../WorkflowError';
import { asyncApiCall } from './calls/asyncApiCall';
import type { Calling } from './calls/CallEffect';
import { requireIterations, runForeach } from './runForeach';

type Subscription = NonNullable<CallAsyncApiTask['with']['subscription']>;

/** One subscription at work. */
interface Receiving {
  readonly task: CallAsyncApiTask;
  readonly subscription: Subscription;
  readonly taskRun: TaskRun;
  readonly calling: Calling;
  /** When it is over whatever came; milliseconds since the epoch. */
  readonly deadline?: number;
  /** How many messages it consumes at most. */
  readonly amount: number;
}

/**
 * Consumes messages one after the other; the output lists what became of them (DSL reference, "AsyncAPI Subscription").
 *
 * What `filter` does not take does not count. `while` is asked before each message, `until` after it, both about the list of
 * what was consumed so far. At the end of `for` the subscription is over without an error.
 */
export function* runSubscription(
  task: CallAsyncApiTask,
  taskRun: TaskRun,
  calling: Calling,
): Routine<BodyResult> {
  const subscription = task.with.subscription!;
  const { consume } = subscription;
  const { on } = calling;
  const forMs = consume.for && millisecondsOf(consume.for, on);
  const receiving: Receiving = {
    task,
    subscription,
    taskRun,
    calling,
    ...(forMs !== undefined && { deadline: taskRun.run.now + forMs }),
    amount:
      consume.amount === undefined
        ? Infinity
        : fillWholeNumber(consume.amount, on, { what: 'amount', least: 0 }),
  };
  try {
    const result = yield* consumeAll(receiving);
    yield* unsubscribe(receiving);
    return result;
  } catch (error) {
    if (error instanceof WorkflowError) yield* unsubscribe(receiving);
    throw error;
  }
}

function* consumeAll(receiving: Receiving): Routine<BodyResult> {
  const { subscription, taskRun, amount } = receiving;
  const { consume, filter, foreach } = subscription;
  const consumed: Json[] = [];
  const says = (condition: string | undefined, otherwise: boolean) =>
    condition === undefined
      ? otherwise
      : holds(condition, seeing(receiving, [...consumed]));
  for (let count = 0; consumed.length < amount; count += 1) {
    if (!says(consume.while, true)) break;
    requireIterations(count + 1, taskRun);
    const message = yield* nextMessage(receiving, count);
    if (message === undefined) break;
    const isMeant =
      filter === undefined || holds(filter, seeing(receiving, message));
    if (!isMeant) continue;
    const item = { item: message, index: consumed.length };
    const { output, isEnd } = yield* runForeach(foreach, taskRun, item);
    consumed.push(output);
    if (isEnd) return { output: consumed, then: { kind: 'end' } };
    if (says(consume.until, false)) break;
  }
  return { output: consumed };
}

function seeing({ calling }: Receiving, input: Json): Evaluation {
  return { ...calling.on, input };
}

/** `undefined` when time is over. */
function* nextMessage(
  receiving: Receiving,
  count: number,
): Routine<Json | undefined> {
  const { taskRun, deadline } = receiving;
  const { key } = taskRun;
  const id = `${key}:message:${count}`;
  const receive = () =>
    perform(exchange(receiving, id, { kind: 'receive', subscription: key }));
  if (deadline === undefined) return yield* receive();
  const { index, value } = yield* first<Json>([
    receive,
    () =>
      perform({
        kind: 'timer',
        id: `${id}:timeout`,
        taskKey: key,
        purpose: 'timeout',
        until: deadline,
        details: {},
      }),
  ]);
  return index === 0 ? value : undefined;
}

function* unsubscribe(receiving: Receiving): Routine<void> {
  const { key } = receiving.taskRun;
  const action = { kind: 'unsubscribe', subscription: key } as const;
  yield* perform(exchange(receiving, `${key}:unsubscribe`, action));
}

function exchange(
  { task, calling }: Receiving,
  id: string,
  action: AsyncApiEffect['action'],
): AsyncApiEffect {
  return asyncApiCall(
    task,
    { ...calling, base: { ...calling.base, id } },
    action,
  );
}
