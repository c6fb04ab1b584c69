import { EmptyState } from '../../components/feedback/EmptyState';
import { InstanceList } from '../../components/instances/InstanceList';
import { usePagedSearch } from '../../components/usePagedSearch';

/** Props of {@link WorkflowRunsTab}. */
export interface WorkflowRunsTabProps {
  readonly workflowId: string;
}

/** The runs of one workflow. */
export function WorkflowRunsTab({ workflowId }: WorkflowRunsTabProps) {
  const { page, setPage } = usePagedSearch();
  return (
    <InstanceList
      hasWorkflowColumn={false}
      search={{ workflowId, page }}
      onPageChange={setPage}
      emptyState={<EmptyState message="This workflow has not run yet." />}
    />
  );
}
