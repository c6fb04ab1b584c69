import type { Config } from '@backstage/config';
import type { StreamLimitConfig } from './http/limits/StreamLimit';
import { countOf } from './readValues';

/**
 * Reads how many live streams may be open at once.
 *
 * @throws {@link @backstage/errors#InputError} naming the key whose value is wrong
 */
export function readStreamLimit(config: Config): StreamLimitConfig {
  const key = (name: string) => `orchestrator.events.${name}`;
  return {
    max: countOf(config, key('maxStreams')) ?? 100,
    maxForServices: countOf(config, key('maxStreamsForServices')) ?? Infinity,
  };
}
