import { useInstances } from '../../api/queries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { InstancesTable } from '../../components/instances/InstancesTable';
import { usePagedSearch } from '../../components/usePagedSearch';

/** Props of {@link WorkflowRunsTab}. */
export interface WorkflowRunsTabProps {
  readonly workflowId: string;
}

/** The runs of one workflow. */
export function WorkflowRunsTab({ workflowId }: WorkflowRunsTabProps) {
  const { page, setPage } = usePagedSearch();
  const runs = useInstances({ workflowId, page });
  if (runs.error) {
    return (
      <ErrorAlert
        title="The runs could not be loaded"
        error={runs.error}
        onRetry={runs.refetch}
      />
    );
  }
  return (
    <InstancesTable
      hasWorkflowColumn={false}
      page={runs.data}
      pageIndex={page}
      onPageChange={setPage}
      emptyState={<EmptyState message="This workflow has not run yet." />}
    />
  );
}
