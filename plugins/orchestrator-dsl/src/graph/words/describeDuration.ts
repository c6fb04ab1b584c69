import type { Duration } from '../../language/WorkflowDefinition';
import { templateText } from './oneLine';

const UNITS = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
  ['second', 1000],
  ['millisecond', 1],
] as const;

/** `5 minutes`, `1 hour 30 minutes`; the expression where it is computed. */
export function describeDuration(duration: Duration): string {
  if (duration.kind === 'computed') return templateText(duration.template);
  const parts: string[] = [];
  let rest = duration.ms;
  for (const [unit, ms] of UNITS) {
    const count = Math.floor(rest / ms);
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    rest %= ms;
  }
  return parts.join(' ') || 'no time';
}
