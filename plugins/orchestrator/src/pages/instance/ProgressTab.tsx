import { Text } from '@backstage/ui';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo } from 'react';
import { Section } from '../../components/layout/Section';
import { StatusCounts } from './StatusCounts';
import { OpenApprovals } from './OpenApprovals';
import { FailurePanel } from './FailurePanel';
import { ResultCard } from './ResultCard';
import { TaskTable } from './TaskTable';
import { leavesOf, taskTree } from './taskTree';
import { useInstanceSearch } from './useInstanceSearch';
import { WithTaskPanel } from './WithTaskPanel';

/** Props of {@link ProgressTab}. */
export interface ProgressTabProps {
  readonly state: InstanceState;
  readonly isLive: boolean;
}

/** The outcome first, then the tasks. */
export function ProgressTab({ state, isLive }: ProgressTabProps) {
  const { task } = useInstanceSearch();
  const tree = useMemo(() => taskTree(state.tasks), [state.tasks]);
  return (
    <WithTaskPanel state={state} isLive={isLive}>
      <FailurePanel state={state} />
      <OpenApprovals state={state} />
      <ResultCard state={state} />
      <Section title="Tasks" actions={<StatusCounts tasks={leavesOf(tree)} />}>
        {state.tasks.length === 0 ? (
          <Text color="secondary">No task has begun yet.</Text>
        ) : (
          <TaskTable tree={tree} selected={task} isLive={isLive} />
        )}
      </Section>
    </WithTaskPanel>
  );
}
