import { formatDuration } from './formatDuration';
import { useNow } from './useNow';

/** Props of {@link Countdown}. */
export interface CountdownProps {
  /** ISO 8601. */
  readonly until: string;
}

/** Time left until a moment, ticking; the moment itself is the element's description. */
export function Countdown({ until }: CountdownProps) {
  const now = useNow(1000);
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  return (
    <time dateTime={until} title={until}>
      {seconds > 0 ? `in ${leftText(seconds)}` : 'now'}
    </time>
  );
}

function leftText(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000);
}
