/** Time, and being called later. @public */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since some moment, by a clock that nobody sets. Default: {@link Clock.now}. */
  steady?(): number;
  /** Calls back after `ms`. Returns what calls it off. */
  schedule(callback: () => void, ms: number): () => void;
}

/** The longest delay `setTimeout` knows. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** The process's own clock. A delay above 24 days calls back early; who waits so long must look at the time again. @public */
export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  schedule(callback, ms) {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), MAX_DELAY_MS));
    return () => clearTimeout(timer);
  },
};

/**
 * Begins to measure how many milliseconds go by. Of the process's two clocks the one counts by which it is more: the one may be set
 * back, the other stand still while the machine sleeps.
 */
export function measureFrom(clock: Clock): () => number {
  const steady = () => clock.steady?.() ?? clock.now();
  const [begun, steadilyBegun] = [clock.now(), steady()];
  return () => Math.max(clock.now() - begun, steady() - steadilyBegun);
}
