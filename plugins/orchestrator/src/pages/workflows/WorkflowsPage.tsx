import { Button, Container, Flex, SearchField } from '@backstage/ui';
import { useWorkflows } from '../../api/queries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { PageHeader } from '../../components/layout/PageHeader';
import { usePagedSearch } from '../../components/usePagedSearch';
import { useTypedSearch } from '../../components/useTypedSearch';
import { WorkflowsTable } from './WorkflowsTable';

/** All workflows that the person may see, broken ones included, with how their last run went. */
export function WorkflowsPage() {
  const { params, setParam, page, setPage } = usePagedSearch();
  const wanted = params.get('q') ?? '';
  const search = useTypedSearch(wanted, text => setParam('q', text));
  const workflows = useWorkflows({ search: wanted, page });
  return (
    <>
      <PageHeader title="Workflows" acts={<TimeSwitch />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <SearchField
            aria-label="Search workflows"
            placeholder="Search by name"
            value={search.text}
            onChange={search.type}
            style={{ maxWidth: '24rem' }}
          />
          {workflows.error && (
            <ErrorAlert
              title="The workflows could not be loaded"
              error={workflows.error}
              onRetry={workflows.refetch}
            />
          )}
          {(workflows.data || !workflows.error) && (
            <WorkflowsTable
              page={workflows.data}
              pageIndex={page}
              onPageChange={setPage}
              emptyState={
                <NoWorkflows search={wanted} onClear={() => search.type('')} />
              }
            />
          )}
        </Flex>
      </Container>
    </>
  );
}

interface NoWorkflowsProps {
  readonly search: string;
  readonly onClear: () => void;
}

function NoWorkflows({ search, onClear }: NoWorkflowsProps) {
  if (search === '') {
    return (
      <EmptyState message="There are no workflows yet. Put a definition into the folder that orchestrator.definitions names in the app's configuration." />
    );
  }
  return (
    <EmptyState
      message={`No workflow has a name with “${search}”.`}
      action={
        <Button variant="secondary" onPress={onClear}>
          Clear search
        </Button>
      }
    />
  );
}
