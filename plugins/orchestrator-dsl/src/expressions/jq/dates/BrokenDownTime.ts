import type { Json } from '../../../Json';
import { isArray } from '../values/types';

/** A time in UTC as jq takes it apart: `[year, month from 0, day, hours, minutes, seconds, weekday, day of the year]`. @internal */
export interface BrokenDownTime {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  /** With a fraction. */
  readonly seconds: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  /** From 0. */
  readonly dayOfYear: number;
}

const DAY_MS = 86_400_000;

/** @param seconds - since 1970 @internal */
export function breakDown(seconds: number): BrokenDownTime {
  const whole = Math.trunc(seconds);
  const date = new Date(whole * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    seconds: date.getUTCSeconds() + (seconds - Math.floor(seconds)),
    weekday: date.getUTCDay(),
    dayOfYear: dayOfYear(date),
  };
}

function dayOfYear(date: Date): number {
  const newYear = utcMs(date.getUTCFullYear(), 0, 1, 0, 0, 0);
  return Math.floor((date.getTime() - newYear) / DAY_MS);
}

/** @returns whole seconds since 1970; weekday and day of the year do not matter @internal */
export function secondsSinceEpoch(time: BrokenDownTime): number {
  const { year, month, day, hours, minutes, seconds } = time;
  return Math.floor(
    utcMs(year, month, day, hours, minutes, Math.floor(seconds)) / 1000,
  );
}

/** `Date.UTC` takes years below 100 for ones of the last century. */
function utcMs(
  year: number,
  month: number,
  day: number,
  hours: number,
  minutes: number,
  seconds: number,
): number {
  const date = new Date(Date.UTC(2000, 0, 1, hours, minutes, seconds));
  const timeOfDay = date.getTime() - Date.UTC(2000, 0, 1);
  return new Date(0).setUTCFullYear(year, month, day) + timeOfDay;
}

/** @internal */
export function toArray(time: BrokenDownTime): Json {
  const { year, month, day, hours, minutes, seconds, weekday } = time;
  return [year, month, day, hours, minutes, seconds, weekday, time.dayOfYear];
}

/** Undefined unless the value is an array of at least six, or eight, numbers. @internal */
export function fromArray(value: Json): BrokenDownTime | undefined {
  if (!isArray(value) || value.length < 6) return undefined;
  const numbers = value.map(item => (typeof item === 'number' ? item : NaN));
  if (numbers.some(Number.isNaN)) return undefined;
  const [year, month, day, hours, minutes, seconds, weekday, yearDay] = numbers;
  return {
    year: Math.trunc(year),
    month: Math.trunc(month),
    day: Math.trunc(day),
    hours: Math.trunc(hours),
    minutes: Math.trunc(minutes),
    seconds,
    weekday: Math.trunc(weekday ?? 0),
    dayOfYear: Math.trunc(yearDay ?? 0),
  };
}
