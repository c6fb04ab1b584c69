/**
 * Where a run stands at the boundary between two tasks, in full: what it needs to go on from there without what came before.
 *
 * Plain data. Besides that place only the timeouts around it are under way, and in the other branches of a `fork` tasks that wait
 * for one effect each.
 */
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { assertNever } from '../assertNever';

/** A status, and why it is so. @public */
export interface StatusReason {
  readonly status: InstanceStatus;
  readonly because?: string;
}

/**
 * Where a task list stands.
 *
 * @typeParam V - how a workflow's values are kept
 * @public
 */
export interface ListPlace<V = Json> {
  /** Pointer of the task that is next or, with `task`, that has begun. */
  readonly at: string;
  readonly round: number;
  /** What that task is given. */
  readonly value: V;
  readonly task?: TaskPlace<V>;
}

/** Where a task stands that has begun. @public */
export interface TaskPlace<V = Json> {
  /** Which run of the task it is, from 1. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly rawInput: V;
  /** After `input.from`. */
  readonly input: V;
  readonly limitMs?: number;
  readonly body: BodyPlace<V>;
}

/** Where the body of a task stands, by the task's kind. @public */
export type BodyPlace<V = Json> =
  | { readonly kind: 'do'; readonly list: ListPlace<V> }
  | {
      readonly kind: 'for';
      readonly items: V;
      readonly index: number;
      readonly list: ListPlace<V>;
    }
  | TryPlace<V>
  | ForkPlace<V>
  | ListenPlace<V>
  | FunctionPlace<V>
  | EffectPlace<V>;

/** What a `try` does: an attempt, waiting for the next one, or handling the error. @public */
export type TryPlace<V = Json> = {
  readonly kind: 'try';
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly firstAttemptAt: number;
} & (
  | { readonly limitMs?: number; readonly list: ListPlace<V> }
  | { readonly caught: V; readonly list: ListPlace<V> }
  | { readonly backOff: { readonly until: number; readonly error: V } }
);

/** Where a task stands that waits for its one effect. @public */
export interface EffectPlace<V = Json> extends Moment<V> {
  readonly kind: 'call' | 'emit' | 'run' | 'wait';
}

/** When a task began to wait: what it waits for comes of that. @public */
export interface Moment<V = Json> {
  readonly context: V;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The function that a task calls runs. @public */
export interface FunctionPlace<V = Json> {
  readonly kind: 'call';
  /** What the function is given. */
  readonly input: V;
  /** Where the function was found, when it is not part of the definition. */
  readonly uri?: string;
  readonly task: TaskPlace<V>;
}

/** A `listen` waits for its last event, or does what is to be done for the latest one. @public */
export type ListenPlace<V = Json> = {
  readonly kind: 'listen';
  /** Pieces of the list of what it has taken before. */
  readonly taken: readonly V[];
  readonly correlated: V;
} & (
  | Moment<V>
  | {
      /** The event that `foreach.do` runs for. */
      readonly latest: { readonly expectation: number; readonly item: V };
      readonly list: ListPlace<V>;
    }
);

/** All branches stand where that can be noted. @public */
export interface ForkPlace<V = Json> {
  readonly kind: 'fork';
  readonly branches: readonly BranchPlace<V>[];
}

/** A branch of a `fork` has ended, or stands there. @public */
export type BranchPlace<V = Json> =
  | { readonly output: V; readonly isEnd: boolean }
  | { readonly task: TaskPlace<V> };

/** Where a whole run stands. @public */
export interface RunPlace<V = Json> {
  readonly limitMs?: number;
  readonly list: ListPlace<V>;
}

/** See the module header. @public */
export interface Checkpoint<V = Json> {
  /** Time as the run knows it, milliseconds since the epoch. */
  readonly now: number;
  /** The workflow's input after `input.from`. */
  readonly input: V;
  readonly context: V;
  /** What was fetched, by address. */
  readonly documents: readonly (readonly [uri: string, document: V])[];
  /** What the log says of the instance. */
  readonly status: StatusReason;
  readonly tasksSinceSettlement: number;
  readonly place: RunPlace<V>;
}

/** The same checkpoint, with its values kept in another way. */
export function withValues<A, B>(
  checkpoint: Checkpoint<A>,
  keep: (value: A) => B,
): Checkpoint<B> {
  const { documents, place } = checkpoint;
  return {
    ...checkpoint,
    input: keep(checkpoint.input),
    context: keep(checkpoint.context),
    documents: documents.map(([uri, document]) => [uri, keep(document)]),
    place: { ...place, list: listWith(place.list, keep) },
  };
}

function listWith<A, B>(
  { task, value, ...list }: ListPlace<A>,
  keep: (value: A) => B,
): ListPlace<B> {
  return {
    ...list,
    value: keep(value),
    ...(task && { task: taskWith(task, keep) }),
  };
}

function taskWith<A, B>(
  { body, rawInput, input, ...task }: TaskPlace<A>,
  keep: (value: A) => B,
): TaskPlace<B> {
  return {
    ...task,
    rawInput: keep(rawInput),
    input: keep(input),
    body: bodyWith(body, keep),
  };
}

function bodyWith<A, B>(
  body: BodyPlace<A>,
  keep: (value: A) => B,
): BodyPlace<B> {
  switch (body.kind) {
    case 'do':
      return { ...body, list: listWith(body.list, keep) };
    case 'for': {
      const items = keep(body.items);
      return { ...body, items, list: listWith(body.list, keep) };
    }
    case 'try':
      return tryWith(body, keep);
    case 'fork': {
      const branches = body.branches.map(branch => branchWith(branch, keep));
      return { ...body, branches };
    }
    case 'listen':
      return listenWith(body, keep);
    case 'call':
    case 'emit':
    case 'run':
    case 'wait':
      return 'task' in body
        ? { ...body, ...functionWith(body, keep) }
        : { ...body, context: keep(body.context) };
    default:
      return assertNever(body, 'place');
  }
}

function tryWith<A, B>(body: TryPlace<A>, keep: (value: A) => B): TryPlace<B> {
  if ('backOff' in body) {
    const { until, error } = body.backOff;
    return { ...body, backOff: { until, error: keep(error) } };
  }
  const list = listWith(body.list, keep);
  return 'caught' in body
    ? { ...body, caught: keep(body.caught), list }
    : { ...body, list };
}

function branchWith<A, B>(
  branch: BranchPlace<A>,
  keep: (value: A) => B,
): BranchPlace<B> {
  return 'task' in branch
    ? { task: taskWith(branch.task, keep) }
    : { ...branch, output: keep(branch.output) };
}

function listenWith<A, B>(
  body: ListenPlace<A>,
  keep: (value: A) => B,
): ListenPlace<B> {
  const taken = body.taken.map(keep);
  const correlated = keep(body.correlated);
  if ('context' in body) {
    return { ...body, taken, correlated, context: keep(body.context) };
  }
  const latest = { ...body.latest, item: keep(body.latest.item) };
  const list = listWith(body.list, keep);
  return { ...body, taken, correlated, latest, list };
}

function functionWith<A, B>(
  { input, task }: FunctionPlace<A>,
  keep: (value: A) => B,
): Pick<FunctionPlace<B>, 'input' | 'task'> {
  return { input: keep(input), task: taskWith(task, keep) };
}
