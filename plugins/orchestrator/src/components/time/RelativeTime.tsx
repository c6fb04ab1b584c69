import { DateTime } from 'luxon';
import { useNow } from './useNow';

/** Props of {@link RelativeTime}. */
export interface RelativeTimeProps {
  /** ISO 8601. */
  readonly time: string;
}

/** How long ago (or until when) something is; the absolute time with its zone is the element's description. */
export function RelativeTime({ time }: RelativeTimeProps) {
  const now = useNow(30_000);
  const at = DateTime.fromISO(time);
  const absolute = at.toFormat("d LLL yyyy, HH:mm:ss 'UTC'ZZ");
  return (
    <time dateTime={time} title={absolute}>
      {relativeText(at, now)}
    </time>
  );
}

function relativeText(at: DateTime, now: number): string {
  const isJustNow = Math.abs(now - at.toMillis()) < 10_000;
  if (isJustNow) return 'just now';
  return at.toRelative({ base: DateTime.fromMillis(now) }) ?? at.toISO() ?? '';
}
