import { Flex, Text } from '@backstage/ui';
import type { TaskState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { StatusLabel } from '../../components/status/StatusLabel';
import { countStatuses } from './statusSummary';
import styles from './StatusCounts.module.css';

/** Props of {@link StatusCounts}. */
export interface StatusCountsProps {
  readonly tasks: readonly TaskState[];
  /** Whether there are more, which are not counted. */
  readonly isPart?: boolean;
}

/** How many tasks have which status, the most severe first. */
export function StatusCounts({ tasks, isPart }: StatusCountsProps) {
  return (
    <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
      {isPart && <Text color="secondary">Of those shown:</Text>}
      {countStatuses(tasks).map(({ status, count }) => (
        <span key={status} className={styles.count}>
          {count} <StatusLabel status={status} />
        </span>
      ))}
    </Flex>
  );
}
