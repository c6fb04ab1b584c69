import { Flex } from '@backstage/ui';
import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { StatusLabel } from '../../components/status/StatusLabel';
import { countStatuses } from './statusSummary';
import styles from './StatusCounts.module.css';

/** Props of {@link StatusCounts}. */
export interface StatusCountsProps {
  readonly tasks: readonly TaskState[];
}

/** How many tasks have which status, the most severe first. */
export function StatusCounts({ tasks }: StatusCountsProps) {
  return (
    <Flex gap="3" style={{ flexWrap: 'wrap' }}>
      {countStatuses(tasks).map(({ status, count }) => (
        <span key={status} className={styles.count}>
          {count} <StatusLabel status={status} />
        </span>
      ))}
    </Flex>
  );
}
