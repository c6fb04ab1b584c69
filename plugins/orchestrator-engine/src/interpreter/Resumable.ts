import type { BodyPlace, ListPlace, RunPlace } from './Checkpoint';
import type { Run } from './Run';

/** A part of a run at which a checkpoint may stand. Empty where none can. */
export interface Resumable<Place> {
  /** Where the part goes on after a checkpoint; absent when it begins. */
  readonly from?: Place;
  /** Where the whole run stands when this part stands there; `undefined` while another branch stands where that cannot be noted. */
  readonly whole?: (place: Place) => RunPlace | undefined;
  /** Tells a `fork` around it where this part waits, or that it goes on. */
  readonly waits?: (place: Place | undefined) => void;
}

/** A part that stands within another one. @param placed - where the outer part stands when the inner one stands there */
export function within<Outer, Inner>(
  { whole, waits }: Resumable<Outer>,
  from: Inner | undefined,
  placed: (inner: Inner) => Outer,
): Resumable<Inner> {
  return {
    from,
    whole: whole && (inner => whole(placed(inner))),
    waits: waits && (inner => waits(inner && placed(inner))),
  };
}

/** The behaviour from which on places in `catch.do`, `fork`, `listen` and functions are noted. */
const EVERYWHERE_SINCE = 4;

/** A part as it stands to checkpoints where earlier behaviours make none. */
export function sinceEverywhere<Place>(
  { behaviour }: Run,
  part: Resumable<Place>,
): Resumable<Place> {
  return behaviour >= EVERYWHERE_SINCE ? part : {};
}

/** The task list that a task's body runs. @param placed - where the body stands when the list stands there */
export function listIn(
  body: Resumable<BodyPlace>,
  placed: (list: ListPlace) => BodyPlace,
): Resumable<ListPlace> {
  const { from } = body;
  const begun = from && 'list' in from ? from.list : undefined;
  return within(body, begun, placed);
}

/** The definition has no such place: it is another one than that which ran before. */
export class PlaceLostError extends Error {
  readonly name = 'PlaceLostError';

  /** @param pointer - of the task at which the checkpoint stands */
  constructor(readonly pointer: string, why: string) {
    super(`The last checkpoint stands at the task ${pointer}, ${why}`);
  }
}
