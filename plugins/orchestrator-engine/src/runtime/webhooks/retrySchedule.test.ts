import { delayAfter, MAX_FAILING_MS, RETRY_DELAYS_MS } from './retrySchedule';

const MINUTE_MS = 60_000;

it('makes ten attempts in a little over three days', () => {
  expect(RETRY_DELAYS_MS).toHaveLength(9);
  expect(MAX_FAILING_MS / MINUTE_MS).toBeCloseTo(75 * 60 + 35, 0);
});

it('ends after the last attempt', () => {
  expect(delayAfter(9, { random: 0 })).toBe(24 * 60 * MINUTE_MS);
  expect(delayAfter(10, { random: 0 })).toBeUndefined();
});

it('lets pauses be up to a tenth longer, never shorter', () => {
  const delays = [0, 0.5, 0.999].map(random => delayAfter(2, { random }));
  expect(delays).toEqual([300_000, 315_000, 329_970]);
});
