import { nextCronTime } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Schedule } from '../../store/ScheduleStore';

/** What becomes of occurrences that were missed while no process looked after schedules. @public */
export type MisfirePolicy =
  /** One run for all of them, then the next regular time. */
  | 'one'
  /** None. */
  | 'skip'
  /** One run for each, at most {@link MAX_MISSED}. */
  | 'all';

/** What a schedule says of when, as its `spec` holds it. */
export type ScheduleSpec =
  | { readonly kind: 'every'; readonly everyMs: number }
  | {
      readonly kind: 'cron';
      readonly cron: string;
      readonly timeZone: string;
    }
  | { readonly kind: 'after'; readonly afterMs: number };

/** Missed occurrences that are made up for at most. */
export const MAX_MISSED = 100;

/** An occurrence that is later than this was missed. Milliseconds. */
const LATE_AFTER_MS = 60_000;

/** When a schedule is due for the first time. @param at - when it was first seen */
export function firstOccurrence(
  spec: ScheduleSpec,
  at: number,
): number | undefined {
  return spec.kind === 'after' ? at : nextOccurrence(spec, at, at);
}

/**
 * Which occurrences of a schedule that is due to start now, and when it is due again.
 *
 * @returns `nextAt` `undefined` for `after`: that depends on when what is started ends
 */
export function dueOccurrences(
  spec: ScheduleSpec,
  { anchorAt, nextAt }: Pick<Schedule, 'anchorAt'> & { nextAt: number },
  { now, misfire }: { readonly now: number; readonly misfire: MisfirePolicy },
): {
  readonly start: readonly number[];
  /** How many are not made up for, of those looked at. */
  readonly missed: number;
  readonly nextAt?: number;
} {
  if (spec.kind === 'after') return { start: [nextAt], missed: 0 };
  const passed: number[] = [];
  let next: number | undefined = nextAt;
  while (next !== undefined && next <= now && passed.length < MAX_MISSED) {
    passed.push(next);
    next = nextOccurrence(spec, anchorAt, next);
  }
  const start = toStart(passed, now, misfire);
  return {
    start,
    missed: passed.length - start.length,
    nextAt: nextOccurrence(spec, anchorAt, now),
  };
}

function toStart(
  passed: readonly number[],
  now: number,
  misfire: MisfirePolicy,
): readonly number[] {
  switch (misfire) {
    case 'one':
      return passed.slice(-1);
    case 'all':
      return passed;
    default:
      return passed.slice(-1).filter(time => now - time <= LATE_AFTER_MS);
  }
}

/**
 * When a schedule will start something, as far as its definition tells.
 *
 * @returns milliseconds since the epoch, at most `limit` of them; none while it is paused
 * @public
 */
export function upcomingOccurrences(
  { kind, spec, anchorAt, nextAt, isPaused }: Schedule,
  limit: number,
): readonly number[] {
  if (isPaused || nextAt === undefined || kind === 'on') return [];
  const read: ScheduleSpec = JSON.parse(spec);
  const times: number[] = [nextAt];
  if (read.kind === 'after') return times;
  while (times.length < limit) {
    const next = nextOccurrence(read, anchorAt, times[times.length - 1]);
    if (next === undefined) break;
    times.push(next);
  }
  return times;
}

/** The first occurrence after a time. */
function nextOccurrence(
  spec: Exclude<ScheduleSpec, { kind: 'after' }>,
  anchorAt: number,
  after: number,
): number | undefined {
  if (spec.kind === 'cron') {
    const { cron, timeZone } = spec;
    return nextCronTime(cron, timeZone, new Date(after))?.getTime();
  }
  const count = Math.floor((after - anchorAt) / spec.everyMs) + 1;
  return anchorAt + count * spec.everyMs;
}
