import type { TaskStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import { statusPresentation } from '../../../components/status/statusPresentation';
import { formatDuration } from '../../../components/time/formatDuration';
import styles from './TimelineBar.module.css';
import type { TimeSpan } from './TimeSpan';

/** Props of {@link TimelineBar}. */
export interface TimelineBarProps {
  /** From the left edge to the right one. */
  readonly whole: TimeSpan;
  readonly span: TimeSpan;
  readonly status: TaskStatus;
}

/** When something ran within a run, as a bar; one hovers for the figures. */
export function TimelineBar({ whole, span, status }: TimelineBarProps) {
  const length = Math.max(1, whole.end - whole.start);
  const percent = (ms: number) => `${Math.min(100, (100 * ms) / length)}%`;
  const after = formatDuration(span.start - whole.start);
  const took = formatDuration(span.end - span.start);
  return (
    <span className={styles.track} title={`began after ${after}, took ${took}`}>
      <span
        className={styles.bar}
        data-tone={statusPresentation[status].tone}
        style={{
          insetInlineStart: percent(span.start - whole.start),
          width: percent(span.end - span.start),
        }}
      />
    </span>
  );
}
