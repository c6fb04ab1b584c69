import { Button, Container, Flex } from '@backstage/ui';
import { EmptyState } from '../../components/feedback/EmptyState';
import { PageHeader } from '../../components/layout/PageHeader';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { InstanceList } from '../../components/instances/InstanceList';
import { usePagedSearch } from '../../components/usePagedSearch';
import { InstanceFilters } from './InstanceFilters';
import { readStateFilter } from './stateFilters';
import { SavedViewsMenu } from './views/SavedViewsMenu';

/** All runs that the person may see, newest first, kept up to date while one looks. */
export function InstancesPage() {
  const { params, setParam, clearParams, page, setPage } = usePagedSearch();
  const stateFilter = readStateFilter(params.get('status'));
  const workflowId = params.get('workflow') ?? undefined;
  const isFiltered = stateFilter !== undefined || workflowId !== undefined;
  return (
    <>
      <PageHeader
        title="Instances"
        acts={
          <>
            <SavedViewsMenu list="instances" />
            <TimeSwitch />
          </>
        }
      />
      <Container py="4">
        <Flex direction="column" gap="4">
          <InstanceFilters
            status={stateFilter?.id}
            workflowId={workflowId}
            onStatusChange={id => setParam('status', id)}
            onWorkflowChange={id => setParam('workflow', id)}
          />
          <InstanceList
            search={{ state: stateFilter?.state, workflowId, page }}
            onPageChange={setPage}
            emptyState={
              isFiltered ? (
                <NothingMatches
                  what={[stateFilter?.label, workflowId]}
                  onClear={() => clearParams(['status', 'workflow'])}
                />
              ) : (
                <EmptyState message="Nothing has run yet. Run a workflow, and it appears here." />
              )
            }
          />
        </Flex>
      </Container>
    </>
  );
}

interface NothingMatchesProps {
  readonly what: readonly (string | undefined)[];
  readonly onClear: () => void;
}

function NothingMatches({ what, onClear }: NothingMatchesProps) {
  return (
    <EmptyState
      message={`No instance matches the filter: ${what
        .filter(Boolean)
        .join(', ')}.`}
      action={
        <Button variant="secondary" onPress={onClear}>
          Clear filters
        </Button>
      }
    />
  );
}
