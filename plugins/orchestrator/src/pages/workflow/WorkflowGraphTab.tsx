import { useWorkflowGraph } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { GraphView } from '../../components/graph/GraphView';
import { Section } from '../../components/layout/Section';

/** Props of {@link WorkflowGraphTab}. */
export interface WorkflowGraphTabProps {
  readonly workflowId: string;
}

/** The tasks of a workflow, and the ways between them. */
export function WorkflowGraphTab({ workflowId }: WorkflowGraphTabProps) {
  const graph = useWorkflowGraph(workflowId);
  if (graph.error) {
    return (
      <ErrorAlert
        title="The graph could not be drawn"
        error={graph.error}
        onRetry={graph.refetch}
      />
    );
  }
  return (
    <Section title="Graph">
      {graph.data ? <GraphView graph={graph.data} /> : <Loading height={320} />}
    </Section>
  );
}
