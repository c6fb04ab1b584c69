import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** Milliseconds. @throws naming the key whose value is no duration */
export function durationOf(config: Config, key: string): number | undefined {
  if (!config.has(key)) return undefined;
  requireUnit(config, key);
  return durationToMilliseconds(readDurationFromConfig(config, { key }));
}

/** A number alone could be seconds as well as milliseconds. */
function requireUnit(config: Config, key: string): void {
  const value = config.getOptional(key);
  if (typeof value !== 'number') return;
  throw new InputError(
    `${key} must be a duration such as 500ms, 30s or { minutes: 1 }, but is ${value}`,
  );
}

/** Milliseconds, more than none. @throws naming the key whose value is no such duration */
export function positiveDurationOf(
  config: Config,
  key: string,
): number | undefined {
  const ms = durationOf(config, key);
  if (ms === undefined || ms > 0) return ms;
  throw new InputError(`${key} must be longer than nothing`);
}

/** A whole number above 0. @throws naming the key whose value is none */
export function countOf(config: Config, key: string): number | undefined {
  const count = config.getOptionalNumber(key);
  if (count === undefined || (Number.isSafeInteger(count) && count > 0)) {
    return count;
  }
  throw new InputError(
    `${key} must be a whole number above 0, but is ${count}`,
  );
}
