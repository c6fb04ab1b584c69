import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { LogLine } from '../../../api/useLogLines';
import styles from './Log.module.css';
import { LogRow } from './LogRow';

/** Props of {@link LogLines}. */
export interface LogLinesProps {
  readonly lines: readonly LogLine[];
  /** What was searched for, to mark it. */
  readonly text: string;
  /** Offset of the line that the address names. */
  readonly wanted?: number;
  /** Whether the end is kept in view as lines come. */
  readonly isFollowing: boolean;
  /** Told when the person scrolls away from the end, or back to it. */
  readonly onFollow: (isFollowing: boolean) => void;
}

const LINE_HEIGHT = 25;
const NEAR_END = 2 * LINE_HEIGHT;

/** The lines of a log in a frame of their own. Only those in view and near it are drawn. */
export function LogLines(props: LogLinesProps) {
  const { lines, text, wanted, isFollowing, onFollow } = props;
  const frame = useRef<HTMLDivElement>(null);
  const scrolledTo = useRef(0);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: index => lines[index].offset,
    overscan: 10,
  });
  const wantedIndex = lines.findIndex(({ offset }) => offset === wanted);

  useEffect(() => {
    if (wantedIndex >= 0) rows.scrollToIndex(wantedIndex, { align: 'center' });
  }, [rows, wantedIndex]);
  useEffect(() => {
    if (isFollowing) rows.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [rows, isFollowing, lines.length]);

  const noteScroll = (element: HTMLElement) => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    const isUpwards = scrollTop < scrolledTo.current;
    scrolledTo.current = scrollTop;
    if (isFollowing && isUpwards && !isAtEnd) onFollow(false);
  };

  return (
    <div
      className={styles.frame}
      ref={frame}
      role="log"
      aria-live="off"
      aria-label="Log"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget }) => noteScroll(currentTarget)}
    >
      <ol className={styles.lines} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <li
            key={key}
            ref={rows.measureElement}
            className={styles.line}
            style={{ transform: `translateY(${start}px)` }}
            data-index={index}
            data-level={lines[index].level}
            aria-posinset={index + 1}
            aria-setsize={lines.length}
            aria-current={index === wantedIndex || undefined}
          >
            <LogRow line={lines[index]} text={text} />
          </li>
        ))}
      </ol>
    </div>
  );
}
