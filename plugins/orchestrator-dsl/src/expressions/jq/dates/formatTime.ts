import { secondsSinceEpoch, type BrokenDownTime } from './BrokenDownTime';
import { COMPOUND_CONVERSIONS } from './compoundConversions';
import { MONTHS, WEEKDAYS } from './names';

type Field = (time: BrokenDownTime) => string;

const FIELDS: { readonly [letter: string]: Field } = {
  a: time => nameOf(WEEKDAYS, time.weekday).slice(0, 3),
  A: time => nameOf(WEEKDAYS, time.weekday),
  b: time => nameOf(MONTHS, time.month).slice(0, 3),
  B: time => nameOf(MONTHS, time.month),
  C: time => padded(Math.floor(time.year / 100)),
  d: time => padded(time.day),
  e: time => String(time.day).padStart(2, ' '),
  g: time => padded(isoWeek(time).year % 100),
  G: time => String(isoWeek(time).year),
  h: time => nameOf(MONTHS, time.month).slice(0, 3),
  H: time => padded(time.hours),
  I: time => padded(twelveHours(time)),
  j: time => String(time.dayOfYear + 1).padStart(3, '0'),
  k: time => String(time.hours).padStart(2, ' '),
  l: time => String(twelveHours(time)).padStart(2, ' '),
  m: time => padded(time.month + 1),
  M: time => padded(time.minutes),
  n: () => '\n',
  p: time => (time.hours < 12 ? 'AM' : 'PM'),
  P: time => (time.hours < 12 ? 'am' : 'pm'),
  s: time => String(secondsSinceEpoch(time)),
  S: time => padded(Math.floor(time.seconds)),
  t: () => '\t',
  u: time => String(time.weekday || 7),
  U: time => padded(weekOfYear(time, time.weekday)),
  V: time => padded(isoWeek(time).week),
  w: time => String(time.weekday),
  W: time => padded(weekOfYear(time, (time.weekday + 6) % 7)),
  y: time => padded(((time.year % 100) + 100) % 100),
  Y: time => String(time.year),
  z: () => '+0000',
  Z: () => 'UTC',
  '%': () => '%',
};

/** As C's `strftime` in the C locale and in UTC. @internal */
export function formatTime(time: BrokenDownTime, format: string): string {
  return format.replace(/%[-_0^#EO]?([a-zA-Z%])/g, (all, letter: string) => {
    if (Object.hasOwn(COMPOUND_CONVERSIONS, letter)) {
      return formatTime(time, COMPOUND_CONVERSIONS[letter]);
    }
    return Object.hasOwn(FIELDS, letter) ? FIELDS[letter](time) : all;
  });
}

function nameOf(names: readonly string[], index: number): string {
  return names[index] ?? '?';
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}

function twelveHours({ hours }: BrokenDownTime): number {
  return hours % 12 || 12;
}

/** @param daysIntoWeek - how many days of the week have passed before the day */
function weekOfYear(time: BrokenDownTime, daysIntoWeek: number): number {
  return Math.floor((time.dayOfYear + 7 - daysIntoWeek) / 7);
}

/** ISO 8601: week 1 has the year's first Thursday. */
function isoWeek(time: BrokenDownTime): {
  readonly year: number;
  readonly week: number;
} {
  const thursday = time.dayOfYear + 3 - ((time.weekday + 6) % 7);
  const length = daysIn(time.year);
  if (thursday < 0) {
    const before = time.year - 1;
    return { year: before, week: weekAt(thursday + daysIn(before)) };
  }
  return thursday >= length
    ? { year: time.year + 1, week: weekAt(thursday - length) }
    : { year: time.year, week: weekAt(thursday) };
}

function weekAt(thursday: number): number {
  return Math.floor(thursday / 7) + 1;
}

function daysIn(year: number): number {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;
}
