/**
 * Where a run stands at the boundary between two tasks, in full: what it needs to go on from there without what came before.
 *
 * Plain data. Only task lists, `do`, `for` and the attempts of a `try` may be around that place, so that nothing else is under way
 * but their timeouts.
 */
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

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
  | {
      readonly kind: 'try';
      readonly attempt: number;
      /** Milliseconds since the epoch. */
      readonly firstAttemptAt: number;
      readonly limitMs?: number;
      readonly list: ListPlace<V>;
    };

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
  const list = listWith(body.list, keep);
  return body.kind === 'for'
    ? { ...body, items: keep(body.items), list }
    : { ...body, list };
}
