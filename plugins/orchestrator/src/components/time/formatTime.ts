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
