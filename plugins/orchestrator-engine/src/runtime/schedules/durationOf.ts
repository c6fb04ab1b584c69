import {
  evaluateTemplate,
  parseDuration,
  type Duration,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ConsumerOptions } from './consumeEvents';

/**
 * Milliseconds of a schedule's duration. A computed one sees `$runtime` only: there is no instance yet, and no input.
 *
 * @throws what is computed that is no duration
 */
export function durationOf(
  duration: Duration,
  { expressions, runtime }: ConsumerOptions,
): number {
  if (duration.kind === 'fixed') return duration.ms;
  const value = evaluateTemplate(duration.template, {
    evaluator: expressions,
    input: null,
    variables: { runtime: { ...runtime } },
    now: 0,
  });
  const ms = parseDuration(value);
  if (Number.isSafeInteger(ms)) return Number(ms);
  throw new Error(
    `${JSON.stringify(
      value,
    )} is not a duration; give ISO 8601 text such as PT1H`,
  );
}
