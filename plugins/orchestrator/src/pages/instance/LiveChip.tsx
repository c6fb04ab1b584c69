import { DateTime } from 'luxon';
import type { InstanceConnection } from '@stagecraft/backstage-plugin-orchestrator-common/react';
import styles from './LiveChip.module.css';

/** Props of {@link LiveChip}. */
export interface LiveChipProps {
  readonly connection: InstanceConnection;
}

/** Says whether the page follows the run, so that nobody trusts old numbers. */
export function LiveChip({ connection }: LiveChipProps) {
  return (
    <span
      className={styles.chip}
      data-testid="live-chip"
      data-connection={connection.kind}
    >
      <span className={styles.dot} aria-hidden="true" />
      {chipText(connection)}
    </span>
  );
}

function chipText(connection: InstanceConnection): string {
  switch (connection.kind) {
    case 'connecting':
      return 'Connecting';
    case 'live':
      return 'Live';
    case 'reconnecting':
      return 'Reconnecting';
    case 'polling':
      return 'Polling';
    case 'stale':
      return `Stale since ${DateTime.fromISO(connection.since).toFormat(
        'HH:mm:ss',
      )}`;
    case 'finished':
      return 'Finished';
    default:
      return connection satisfies never;
  }
}
