import { Text } from '@backstage/ui';
import { useMemo } from 'react';
import type { WholeInstance } from '../../api/useWholeInstance';
import { Section } from '../../components/layout/Section';
import { useNow } from '../../components/time/useNow';
import { StatusCounts } from './StatusCounts';
import { OpenApprovals } from './OpenApprovals';
import { FailurePanel } from './FailurePanel';
import { LeftOutTasks } from './LeftOutTasks';
import { ResultCard } from './ResultCard';
import { TaskTable } from './TaskTable';
import { leavesOf, taskTree } from './taskTree';
import { spanOfRun } from './timeline/TimeSpan';
import { useInstanceSearch } from './useInstanceSearch';
import { WaitingPanel } from './WaitingPanel';
import { WithTaskPanel } from './WithTaskPanel';

/** Props of {@link ProgressTab}. */
export interface ProgressTabProps {
  readonly whole: WholeInstance;
  readonly isLive: boolean;
}

/** The outcome first, then the tasks. */
export function ProgressTab({ whole, isLive }: ProgressTabProps) {
  const { state } = whole;
  const { task } = useInstanceSearch();
  const tree = useMemo(() => taskTree(state.tasks), [state.tasks]);
  const now = useNow(isLive ? 1000 : undefined);
  const span = useMemo(() => spanOfRun(state, now), [state, now]);
  return (
    <WithTaskPanel state={state} isLive={isLive}>
      <FailurePanel state={state} />
      <WaitingPanel state={state} />
      <OpenApprovals state={state} />
      <ResultCard state={state} />
      <Section
        title="Tasks"
        actions={
          <StatusCounts
            tasks={leavesOf(tree)}
            isPart={state.tasksLeftOut !== undefined}
          />
        }
      >
        {state.tasks.length === 0 ? (
          <Text color="secondary">No task has begun yet.</Text>
        ) : (
          <TaskTable tree={tree} whole={span} selected={task} isLive={isLive} />
        )}
        <LeftOutTasks whole={whole} />
      </Section>
    </WithTaskPanel>
  );
}
