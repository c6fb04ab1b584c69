import type { TaskDecided } from './decisions';
import type { Effect } from './DurableHost';
import type { Join } from './Join';
import type { Routine } from './routine';

/** How a branch ended. */
export type End =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'stopped' };

/** One branch of the run: a routine, and what it waits for. */
export interface Fiber {
  readonly routine: Routine<unknown>;
  readonly onEnd: (end: End) => void;
  waiting?: Effect | Join | Turn | Hold;
  isCancelled: boolean;
  /** How its task ends once the effect that it waits for has stopped. */
  decided?: TaskDecided;
}

/** A fiber's wait for its next turn: it could go on at once. */
interface Turn {
  readonly kind: 'turn';
}

/** A fiber's wait for the instance to go on after it was suspended. */
interface Hold {
  readonly kind: 'hold';
}
