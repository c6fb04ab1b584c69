import { DateTime } from 'luxon';
import { formatTime, formatZonedTime } from './formatTime';
import { useNow } from './useNow';
import { useTimeStyle } from './useTimeStyle';

/** Props of {@link RelativeTime}. */
export interface RelativeTimeProps {
  /** ISO 8601. */
  readonly time: string;
}

/**
 * How long ago (or until when) something is, with the absolute time and its zone as the element's description; or the absolute
 * time, when the person wants that.
 */
export function RelativeTime({ time }: RelativeTimeProps) {
  const now = useNow(30_000);
  const [style] = useTimeStyle();
  const at = DateTime.fromISO(time);
  return (
    <time dateTime={time} title={formatZonedTime(time, 'local')}>
      {style === 'relative' ? relativeText(at, now) : formatTime(time, style)}
    </time>
  );
}

function relativeText(at: DateTime, now: number): string {
  const isJustNow = Math.abs(now - at.toMillis()) < 10_000;
  if (isJustNow) return 'just now';
  return at.toRelative({ base: DateTime.fromMillis(now) }) ?? at.toISO() ?? '';
}
