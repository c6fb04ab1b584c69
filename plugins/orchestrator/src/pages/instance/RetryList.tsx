import { Flex, Text } from '@backstage/ui';
import type { TaskRetry } from '@stagecraft/backstage-plugin-orchestrator-common';
import { RelativeTime } from '../../components/time/RelativeTime';

/** Props of {@link RetryList}. */
export interface RetryListProps {
  readonly retries: readonly TaskRetry[];
  /** How many earlier ones there were. */
  readonly leftOut?: number;
}

/** The attempts that failed and were tried again, each with its error. Nothing when there are none. */
export function RetryList({ retries, leftOut = 0 }: RetryListProps) {
  if (retries.length === 0) return null;
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" weight="bold">
        Retries
      </Text>
      {leftOut > 0 && (
        <Text color="secondary">
          {`The latest ${retries.length}; the log of this task has ${leftOut} earlier ones`}
        </Text>
      )}
      <ol style={{ margin: 0, paddingInlineStart: 'var(--bui-space-5)' }}>
        {retries.map(({ attempt, nextAt, error }) => (
          <li key={attempt}>
            <Text>{`Attempt ${attempt - 1}: ${
              error.title ?? error.detail ?? error.type
            }`}</Text>
            <Text variant="body-small" color="secondary">
              {' '}
              tried again <RelativeTime time={nextAt} />
            </Text>
          </li>
        ))}
      </ol>
    </Flex>
  );
}
