import { DateTime } from 'luxon';

const ISO_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A text in which moments of the server (ISO 8601 in UTC) are written as the reader's clock has them. */
export function withLocalTimes(text: string): string {
  return text.replace(ISO_TIME, time => {
    const at = DateTime.fromISO(time);
    const isToday = at.hasSame(DateTime.now(), 'day');
    return at.toFormat(isToday ? 'HH:mm:ss' : 'd LLL yyyy, HH:mm:ss');
  });
}
