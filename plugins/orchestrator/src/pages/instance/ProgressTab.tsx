import { Flex, Text } from '@backstage/ui';
import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { Section } from '../../components/layout/Section';
import { StatusCounts } from './StatusCounts';
import { OpenApprovals } from './OpenApprovals';
import { FailurePanel } from './FailurePanel';
import { ResultCard } from './ResultCard';
import { TaskPanel } from './TaskPanel';
import styles from './TaskPanel.module.css';
import { TaskTable } from './TaskTable';
import { leavesOf, taskTree } from './taskTree';
import { useInstanceSearch } from './useInstanceSearch';

/** Props of {@link ProgressTab}. */
export interface ProgressTabProps {
  readonly state: InstanceState;
  readonly isLive: boolean;
}

/** The outcome first, then the tasks; a selected task stands beside them. */
export function ProgressTab({ state, isLive }: ProgressTabProps) {
  const { task: selectedKey, hrefOf } = useInstanceSearch();
  const navigate = useNavigate();
  const tree = useMemo(() => taskTree(state.tasks), [state.tasks]);
  const selected = state.tasks.find(({ key }) => key === selectedKey);
  return (
    <div className={styles.layout} data-has-panel={selected !== undefined}>
      <Flex direction="column" gap="4">
        <FailurePanel state={state} />
        <OpenApprovals state={state} />
        <ResultCard state={state} />
        <Section
          title="Tasks"
          actions={<StatusCounts tasks={leavesOf(tree)} />}
        >
          {state.tasks.length === 0 ? (
            <Text color="secondary">No task has begun yet.</Text>
          ) : (
            <TaskTable tree={tree} selected={selectedKey} isLive={isLive} />
          )}
        </Section>
      </Flex>
      {selected && (
        <TaskPanel
          instanceId={state.id}
          task={selected}
          isLive={isLive}
          onClose={() => navigate(hrefOf({ task: undefined }))}
        />
      )}
    </div>
  );
}
