import { formatZonedTime } from './formatTime';
import { useTimeStyle } from './useTimeStyle';

/** Props of {@link AbsoluteTime}. */
export interface AbsoluteTimeProps {
  /** ISO 8601. */
  readonly time: string;
}

/** A moment with its day, time and zone, by the reader's clock or in UTC. */
export function AbsoluteTime({ time }: AbsoluteTimeProps) {
  const [style] = useTimeStyle();
  return (
    <time dateTime={time} title={time}>
      {formatZonedTime(time, style)}
    </time>
  );
}
