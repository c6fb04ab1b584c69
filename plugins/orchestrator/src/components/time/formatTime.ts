import { DateTime } from 'luxon';
import type { TimeStyle } from './useTimeStyle';

const ISO_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A moment with its day, in UTC if the style says so, else by the reader's clock. */
export function formatTime(time: string, style: TimeStyle): string {
  const format = 'd LLL yyyy, HH:mm:ss';
  return style === 'utc'
    ? DateTime.fromISO(time, { zone: 'utc' }).toFormat(`${format} 'UTC'`)
    : DateTime.fromISO(time).toFormat(format);
}

/** A moment with its day and the zone that is meant, in UTC if the style says so, else by the reader's clock. */
export function formatZonedTime(time: string, style: TimeStyle): string {
  const at = DateTime.fromISO(time);
  if (style === 'utc' || at.offset === 0) return formatTime(time, 'utc');
  return `${formatTime(time, style)} ${at.toFormat("'UTC'ZZ")}`;
}

/** The time of day in another zone; undefined where clocks show the same there as in the zone of the style. */
export function clockElsewhere(
  time: string,
  style: TimeStyle,
  timeZone: string,
): string | undefined {
  const here = DateTime.fromISO(time, style === 'utc' ? { zone: 'utc' } : {});
  const there = here.setZone(timeZone);
  return there.offset === here.offset ? undefined : there.toFormat('HH:mm');
}

/** The time of day to the millisecond, in UTC if the style says so, else by the reader's clock. */
export function formatClock(time: string, style: TimeStyle): string {
  const at = DateTime.fromISO(time);
  return (style === 'utc' ? at.toUTC() : at).toFormat('HH:mm:ss.SSS');
}

/** A text in which moments of the server (ISO 8601 in UTC) are written as the reader wants them; today's without the day. */
export function formatTimesIn(text: string, style: TimeStyle): string {
  return text.replace(ISO_TIME, time => {
    if (style === 'utc') return formatTime(time, style);
    const at = DateTime.fromISO(time);
    return at.hasSame(DateTime.now(), 'day')
      ? at.toFormat('HH:mm:ss')
      : formatTime(time, style);
  });
}
