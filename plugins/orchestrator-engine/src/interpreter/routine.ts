import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Decision } from './decisions';
import type {
  Effect,
  GateEffect,
  ListenEffect,
  ReceivedEvent,
} from './DurableHost';

/**
 * A piece of interpretation that may wait. It yields what it waits for and is resumed with the answer; it never touches
 * a promise, so the driver alone decides the order of things.
 */
export type Routine<T> = Generator<Operation, T, unknown>;

/** A routine not yet begun. */
export type Branch<T> = () => Routine<T>;

/** What a routine can wait for. */
export type Operation =
  | { readonly kind: 'breathe' }
  | { readonly kind: 'hold' }
  /** The whole run goes on with this branch instead; whatever runs is dropped as it is. */
  | { readonly kind: 'restart'; readonly branch: Branch<unknown> }
  | { readonly kind: 'perform'; readonly effect: Effect }
  | { readonly kind: 'all'; readonly branches: readonly Branch<unknown>[] }
  | { readonly kind: 'first'; readonly branches: readonly Branch<unknown>[] };

/**
 * Waits for an effect: an activity's value, or `null` for a timer.
 *
 * @throws {@link WorkflowError} the activity failed
 */
export function* perform(effect: Effect): Routine<Json> {
  return (yield { kind: 'perform', effect }) as Json;
}

/**
 * Waits until somebody decides what becomes of a failed task.
 *
 * @throws {@link GoingBack} the run goes on with an earlier task
 */
export function* decisionAt(gate: GateEffect): Routine<Decision> {
  return (yield { kind: 'perform', effect: gate }) as Decision;
}

/** Waits until the instance goes on after it was suspended. */
export function* untilResumed(): Routine<void> {
  yield { kind: 'hold' };
}

/** Waits for the next event that a listener takes. */
export function* receive(effect: ListenEffect): Routine<ReceivedEvent> {
  return (yield { kind: 'perform', effect }) as ReceivedEvent;
}

/** Lets other branches, and the host's other work, go first. */
export function* breathe(): Routine<void> {
  yield { kind: 'breathe' };
}

/** Waits for all branches, results in order. The first error cancels the others and is thrown once they have stopped. */
export function* all<T>(branches: readonly Branch<T>[]): Routine<T[]> {
  return (yield { kind: 'all', branches }) as T[];
}

/** Waits for the first branch to end, well or not. The others are cancelled, and have stopped when this returns. */
export function* first<T>(
  branches: readonly Branch<T>[],
): Routine<{ readonly index: number; readonly value: T }> {
  return (yield { kind: 'first', branches }) as { index: number; value: T };
}
