import type { BodyPlace, ListPlace, RunPlace } from './Checkpoint';

/** A part of a run at which a checkpoint may stand. Empty where none can. */
export interface Resumable<Place> {
  /** Where the part goes on after a checkpoint; absent when it begins. */
  readonly from?: Place;
  /** Where the whole run stands when this part stands there. */
  readonly whole?: (place: Place) => RunPlace;
}

/** A part that stands within another one. @param placed - where the outer part stands when the inner one stands there */
export function within<Outer, Inner>(
  { whole }: Resumable<Outer>,
  from: Inner | undefined,
  placed: (inner: Inner) => Outer,
): Resumable<Inner> {
  return { from, whole: whole && (inner => whole(placed(inner))) };
}

/** The task list that a task's body runs. @param placed - where the body stands when the list stands there */
export function listIn(
  body: Resumable<BodyPlace>,
  placed: (list: ListPlace) => BodyPlace,
): Resumable<ListPlace> {
  return within(body, body.from?.list, placed);
}

/** The definition has no such place: it is another one than that which ran before. */
export class PlaceLostError extends Error {
  readonly name = 'PlaceLostError';

  /** @param pointer - of the task at which the checkpoint stands */
  constructor(readonly pointer: string, why: string) {
    super(`The last checkpoint stands at the task ${pointer}, ${why}`);
  }
}
