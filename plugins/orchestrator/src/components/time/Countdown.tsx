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
  const left = Date.parse(until) - now;
  const wholeSeconds = Math.ceil(left / 1000) * 1000;
  return (
    <time dateTime={until} title={until}>
      {left > 0 ? `in ${formatDuration(wholeSeconds)}` : 'now'}
    </time>
  );
}
