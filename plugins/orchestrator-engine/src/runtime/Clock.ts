/** Time, and being called later. @public */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back after `ms`. Returns what calls it off. */
  schedule(callback: () => void, ms: number): () => void;
}

/** The longest delay `setTimeout` knows. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** The process's own clock. A delay above 24 days calls back early; who waits so long must look at the time again. @public */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(callback, ms) {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), MAX_DELAY_MS));
    return () => clearTimeout(timer);
  },
};
