import type { OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { formatClock, formatTimesIn } from '../../components/time/formatTime';
import { useTimeStyle } from '../../components/time/useTimeStyle';
import styles from './EventList.module.css';
import { describeEvent } from './describeEvent';

/** Props of {@link EventList}. */
export interface EventListProps {
  readonly events: readonly OrchestratorEvent[];
}

/** Events as lines that open to the event as it is stored. */
export function EventList({ events }: EventListProps) {
  const [style] = useTimeStyle();
  return (
    <ol className={styles.list} aria-label="Events">
      {events.map(event => (
        <li key={event.id}>
          <details>
            <summary className={styles.event}>
              <span className={styles.faint}>#{event.seq}</span>
              <time
                dateTime={event.time}
                title={event.time}
                className={styles.faint}
              >
                {formatClock(event.time, style)}
              </time>
              <span className={styles.type}>{event.type}</span>
              <span className={styles.task}>{event.task?.name}</span>
              <span className={styles.note}>
                {formatTimesIn(describeEvent(event), style)}
              </span>
            </summary>
            <pre className={styles.source}>
              {JSON.stringify(event, null, 2)}
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}
