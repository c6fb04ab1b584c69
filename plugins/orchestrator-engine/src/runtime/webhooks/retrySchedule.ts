const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Pauses between attempts, as Standard Webhooks recommends them: ten attempts in a little over three days. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/** For how long a webhook may fail before it is switched off: as long as the schedule of one delivery. */
export const MAX_FAILING_MS = RETRY_DELAYS_MS.reduce((sum, ms) => sum + ms, 0);

/** The longest pause that a receiver may ask for. */
const MAX_ASKED_MS = 24 * HOUR_MS;

/** How much longer than stated a pause may be, so that what has failed together does not come together again. */
const JITTER = 0.1;

/**
 * How long to wait before a delivery is tried again; `undefined` when its schedule is used up.
 *
 * @param tries - attempts of the schedule that have been made
 * @param options - `askedMs`: the pause that the receiver has asked for; `random`: from 0 to 1
 */
export function delayAfter(
  tries: number,
  { askedMs = 0, random }: { askedMs?: number; random: number },
): number | undefined {
  const delayMs = RETRY_DELAYS_MS[tries - 1];
  if (delayMs === undefined) return undefined;
  const stated = Math.max(delayMs, Math.min(askedMs, MAX_ASKED_MS));
  return Math.round(stated * (1 + JITTER * random));
}
