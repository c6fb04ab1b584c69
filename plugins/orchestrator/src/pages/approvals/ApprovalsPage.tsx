import { Button, Container, Flex, Select } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { useApprovals } from '../../api/approvalQueries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { PageHeader } from '../../components/layout/PageHeader';
import { ApprovalCard } from './ApprovalCard';
import { readSearch, SCOPES, STATES } from './approvalSearch';

/** What the person is asked, or anybody whose runs they see: what is pending first, oldest first. */
export function ApprovalsPage() {
  const [params, setParams] = useSearchParams();
  const search = readSearch(params);
  const approvals = useApprovals(search);
  const items = approvals.data?.pages.flatMap(page => page.items);
  const choose = (name: string) => (value: unknown) =>
    setParams({ ...Object.fromEntries(params), [name]: String(value) });
  return (
    <>
      <PageHeader title="Approvals" acts={<TimeSwitch />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <Flex gap="3">
            <Select
              label="Asked"
              options={SCOPES}
              selectedKey={search.scope}
              onSelectionChange={choose('scope')}
            />
            <Select
              label="State"
              options={STATES}
              selectedKey={search.isPending ? 'pending' : 'decided'}
              onSelectionChange={choose('status')}
            />
          </Flex>
          {approvals.error && (
            <ErrorAlert
              title="The approvals could not be loaded"
              error={approvals.error}
              onRetry={approvals.refetch}
            />
          )}
          {!items && !approvals.error && <Loading height={160} />}
          {items?.length === 0 && (
            <EmptyState
              message={
                search.isPending
                  ? 'Nothing waits for a decision.'
                  : 'Nothing was decided yet.'
              }
            />
          )}
          {items?.map(approval => (
            <ApprovalCard key={approval.id} approval={approval} />
          ))}
          {approvals.hasNextPage && (
            <Flex>
              <Button
                variant="secondary"
                isPending={approvals.isFetchingNextPage}
                onPress={() => approvals.fetchNextPage()}
              >
                Show more
              </Button>
            </Flex>
          )}
        </Flex>
      </Container>
    </>
  );
}
