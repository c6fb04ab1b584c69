import { parseTaskKey } from '@stagecraft/backstage-plugin-orchestrator-common';
import { Link } from 'react-router-dom';
import type { LogLine } from '../../../api/useLogLines';
import {
  formatClock,
  formatTimesIn,
} from '../../../components/time/formatTime';
import { useTimeStyle } from '../../../components/time/useTimeStyle';
import { useInstanceSearch } from '../useInstanceSearch';
import styles from './Log.module.css';
import { levelLabels, partsAround } from './logText';

/** Props of {@link LogRow}. */
export interface LogRowProps {
  readonly line: LogLine;
  /** What was searched for, to mark it. */
  readonly text: string;
}

/** A line of a log: its time leads to itself, its task to what is known of the task. */
export function LogRow({ line, text }: LogRowProps) {
  const { time, level, task, message, offset } = line;
  const { hrefOf } = useInstanceSearch();
  const [style] = useTimeStyle();
  const clock = formatClock(time, style);
  return (
    <>
      <Link
        to={hrefOf({ line: String(offset) })}
        title={time}
        aria-label={`${clock}, line ${offset}`}
      >
        <time dateTime={time}>{clock}</time>
      </Link>
      <span>{levelLabels[level]}</span>
      <span>
        {task && (
          <Link to={hrefOf({ tab: 'progress', task })} title={task}>
            {parseTaskKey(task).name}
          </Link>
        )}
      </span>
      <span className={styles.message}>
        {partsAround(formatTimesIn(message, style), text).map((part, index) =>
          index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
        )}
      </span>
    </>
  );
}
