import type { InstanceState } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo } from 'react';
import { useWorkflowGraph } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { GraphView } from '../../components/graph/GraphView';
import { Section } from '../../components/layout/Section';
import { FailurePanel } from './FailurePanel';
import { StatusCounts } from './StatusCounts';
import { taskLooks } from './taskLooks';
import { leavesOf, taskTree } from './taskTree';
import { useInstanceSearch } from './useInstanceSearch';
import { WithTaskPanel } from './WithTaskPanel';

/** Props of {@link GraphTab}. */
export interface GraphTabProps {
  readonly state: InstanceState;
  readonly isLive: boolean;
}

/** The definition that the run follows as a graph, and how far the run has come in it. */
export function GraphTab({ state, isLive }: GraphTabProps) {
  const tree = useMemo(() => taskTree(state.tasks), [state.tasks]);
  return (
    <WithTaskPanel state={state} isLive={isLive}>
      <FailurePanel state={state} />
      <Section
        title="Graph"
        actions={
          <StatusCounts
            tasks={leavesOf(tree)}
            isPart={state.tasksLeftOut !== undefined}
          />
        }
      >
        <InstanceGraph state={state} />
      </Section>
    </WithTaskPanel>
  );
}

function InstanceGraph({ state }: Pick<GraphTabProps, 'state'>) {
  const { id, version } = state.workflow;
  const { data, error, refetch } = useWorkflowGraph(id, version);
  const { task, hrefOf } = useInstanceSearch();
  const looks = useMemo(
    () => taskLooks(state.tasks, task, key => hrefOf({ task: key })),
    [state.tasks, task, hrefOf],
  );
  if (data) return <GraphView graph={data} looks={looks} />;
  if (!error) return <Loading height={320} />;
  return (
    <ErrorAlert
      title={`The graph of ${id} ${version} could not be loaded`}
      error={error}
      onRetry={refetch}
    />
  );
}
