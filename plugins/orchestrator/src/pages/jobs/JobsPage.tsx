import { Button, ButtonLink, Container, Flex } from '@backstage/ui';
import { useJobs } from '../../api/jobQueries';
import { EmptyState } from '../../components/feedback/EmptyState';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { PageHeader } from '../../components/layout/PageHeader';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { useLinks } from '../../useLinks';
import { JobsTable } from './JobsTable';

/** What was done, and is being done, with many runs at once. */
export function JobsPage() {
  const jobs = useJobs();
  const links = useLinks();
  return (
    <>
      <PageHeader title="Jobs" acts={<TimeSwitch />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          {jobs.error && (
            <ErrorAlert
              title="The jobs could not be loaded"
              error={jobs.error}
              onRetry={jobs.refetch}
            />
          )}
          {(jobs.data || !jobs.error) && (
            <JobsTable
              jobs={jobs.data?.pages.flatMap(({ items }) => items)}
              emptyState={
                <EmptyState
                  message="Nothing was done with many runs yet. Select some among the instances, and cancel or retry them at once."
                  action={
                    <ButtonLink variant="secondary" href={links.instances()}>
                      Go to the instances
                    </ButtonLink>
                  }
                />
              }
            />
          )}
          {jobs.hasNextPage && (
            <Flex>
              <Button
                variant="secondary"
                isPending={jobs.isFetchingNextPage}
                onPress={() => jobs.fetchNextPage()}
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
