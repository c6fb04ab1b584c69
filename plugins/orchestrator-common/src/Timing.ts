/** Time and chance, given so that tests can drive them. @public */
export interface Timing {
  /**
   * Calls back once after `ms` milliseconds, unless cancelled before.
   *
   * @returns the cancellation
   */
  schedule(ms: number, callback: () => void): () => void;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/** The time and chance of the machine. */
export const systemTiming: Timing = {
  schedule(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};
