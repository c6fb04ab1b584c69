import type { OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { DateTime } from 'luxon';
import { withLocalTimes } from '../../components/time/withLocalTimes';
import styles from './EventList.module.css';
import { describeEvent } from './describeEvent';

/** Props of {@link EventList}. */
export interface EventListProps {
  readonly events: readonly OrchestratorEvent[];
}

/** Events as lines that open to the event as it is stored. */
export function EventList({ events }: EventListProps) {
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
                {DateTime.fromISO(event.time).toFormat('HH:mm:ss.SSS')}
              </time>
              <span className={styles.type}>{event.type}</span>
              <span className={styles.task}>{event.task?.name}</span>
              <span className={styles.note}>
                {withLocalTimes(describeEvent(event))}
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
