/** Tasks that wait for one effect, while a checkpoint may be made in another branch of a `fork`. */
import type { Moment } from './Checkpoint';
import type { Resumable } from './Resumable';
import type { Branch, Routine } from './routine';
import type { Run } from './Run';

/** Waits as `waiting` does, and is noted to stand at `place` meanwhile. */
export function* waitingAt<Place, T>(
  { waits }: Resumable<Place>,
  place: () => Place,
  waiting: Branch<T>,
): Routine<T> {
  waits?.(place());
  try {
    return yield* waiting();
  } finally {
    waits?.(undefined);
  }
}

/** The present moment of a run. */
export function momentOf({ context, now }: Run): Moment {
  return { context, now };
}

/** What `evaluate` gives at the moment at which a task began to wait; that is now unless it waits since before a checkpoint. */
export function asOf<T>(
  run: Run,
  place: object | undefined,
  evaluate: () => T,
): T {
  if (!place || !isMoment(place)) return evaluate();
  const present = momentOf(run);
  setMoment(run, place);
  try {
    return evaluate();
  } finally {
    setMoment(run, present);
  }
}

function isMoment(place: object): place is Moment {
  return 'context' in place && 'now' in place;
}

function setMoment(run: Run, { context, now }: Moment) {
  run.context = context;
  run.now = now;
}
