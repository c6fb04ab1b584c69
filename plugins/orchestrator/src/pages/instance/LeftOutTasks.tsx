import { Button, Flex, Text } from '@backstage/ui';
import type { WholeInstance } from '../../api/useWholeInstance';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';

/** Props of {@link LeftOutTasks}. */
export interface LeftOutTasksProps {
  readonly whole: WholeInstance;
}

/** How many tasks of a run of very many are not among those shown, and the way to have them all. Nothing when all are there. */
export function LeftOutTasks({ whole }: LeftOutTasksProps) {
  const { state, error, reload, isLoadingAll, loadAll } = whole;
  const { tasks, tasksLeftOut } = state;
  if (tasksLeftOut === undefined) return null;
  const number = new Intl.NumberFormat();
  const total = number.format(tasks.length + tasksLeftOut);
  return (
    <Flex direction="column" gap="3" pt="3">
      {error ? (
        <ErrorAlert
          title="The tasks that are left out could not be loaded"
          error={error}
          onRetry={reload}
        />
      ) : null}
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <Text color="secondary" role="status">
          {`${number.format(
            tasks.length,
          )} of ${total} tasks are shown: those that have failed or not ended, and the latest of the others.`}
        </Text>
        <Button
          size="small"
          variant="secondary"
          isPending={isLoadingAll}
          onPress={loadAll}
        >
          {`Load all ${total}`}
        </Button>
      </Flex>
    </Flex>
  );
}
