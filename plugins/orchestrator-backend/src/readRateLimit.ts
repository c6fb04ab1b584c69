import type { Config } from '@backstage/config';
import { countOf, positiveDurationOf } from './readValues';

/** How often a caller may ask. */
export interface RateLimitConfig {
  readonly windowMs: number;
  /** Requests of one user within the window. */
  readonly max: number;
  /** Requests of one service within the window. */
  readonly maxForServices: number;
}

/**
 * Reads `orchestrator.rateLimit`.
 *
 * @returns `undefined` when there is no limit
 * @throws {@link @backstage/errors#InputError} naming the key whose value is wrong
 */
export function readRateLimit(config: Config): RateLimitConfig | undefined {
  const key = (name: string) => `orchestrator.rateLimit.${name}`;
  const limits = {
    windowMs: positiveDurationOf(config, key('window')) ?? 60_000,
    max: countOf(config, key('max')) ?? 600,
    maxForServices: countOf(config, key('maxForServices')) ?? Infinity,
  };
  return config.getOptionalBoolean(key('enabled')) ?? true ? limits : undefined;
}
