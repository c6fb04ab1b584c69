import { formatDuration } from './formatDuration';
import { useNow } from './useNow';

/** Props of {@link ElapsedTime}. */
export interface ElapsedTimeProps {
  /** ISO 8601. */
  readonly start: string;
  /** ISO 8601; absent while it goes on. */
  readonly end?: string;
  /** Whether the clock may run: only while what we show is known to be current. */
  readonly isLive: boolean;
}

/** Time from start to end, ticking every second while there is no end and the data are live. */
export function ElapsedTime({ start, end, isLive }: ElapsedTimeProps) {
  const now = useNow(isLive && end === undefined ? 1000 : undefined);
  const until = end === undefined ? now : Date.parse(end);
  return <span>{formatDuration(until - Date.parse(start))}</span>;
}
