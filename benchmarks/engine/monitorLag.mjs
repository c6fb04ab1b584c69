import { quantile } from './statistics.mjs';

const everyMs = 5;

/** Watches how late a timer of 5 ms fires in this process. `stop` gives the 99th percentile of the delay in milliseconds. */
export function monitorLag() {
  const delays = [];
  let due = performance.now() + everyMs;
  const timer = setInterval(() => {
    const now = performance.now();
    delays.push(Math.max(0, now - due));
    due = now + everyMs;
  }, everyMs);
  const began = performance.now();
  return {
    stop() {
      clearInterval(timer);
      // A timer that never fired was late all the time.
      return delays.length > 0
        ? quantile(delays, 0.99)
        : performance.now() - began;
    },
  };
}
