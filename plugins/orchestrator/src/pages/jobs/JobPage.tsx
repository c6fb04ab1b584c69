import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container, Flex } from '@backstage/ui';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useJob } from '../../api/jobQueries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { LiveRegion } from '../../components/feedback/LiveRegion';
import { PageHeader } from '../../components/layout/PageHeader';
import { TimeSwitch } from '../../components/time/TimeSwitch';
import { JobActs } from './JobActs';
import { JobItems } from './JobItems';
import { JobProgress } from './JobProgress';
import { jobCounts, jobLooks, jobTitle, outcomes } from './jobWords';

/** One job: how far it has come, what became of each run, and the ways to pause and to end it. */
export function JobPage() {
  const { jobId = '' } = useParams();
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  const outcome = outcomes.find(one => one === params.get('outcome'));
  const { data, error, refetch, ...pages } = useJob(jobId, outcome);
  const job = data?.pages.at(-1);
  if (error && !job) {
    return (
      <Container py="6">
        <ErrorAlert
          title="The job could not be loaded"
          error={error}
          onRetry={refetch}
        />
      </Container>
    );
  }
  if (!job) {
    return (
      <Container py="6">
        <Loading height={240} />
      </Container>
    );
  }
  return (
    <BreadcrumbEntry entry={{ label: jobTitle(job), href: pathname }}>
      <PageHeader
        title={jobTitle(job)}
        description={job.reason}
        acts={
          <>
            <TimeSwitch />
            <JobActs job={job} />
          </>
        }
      />
      <LiveRegion
        message={`${jobLooks[job.status].label}: ${jobCounts(job)}`}
        isUrgent={job.failed > 0}
      />
      <Container py="4">
        <Flex direction="column" gap="4">
          <JobProgress job={job} />
          <JobItems
            items={data?.pages.flatMap(({ items }) => items) ?? []}
            outcome={outcome}
            onOutcomeChange={next => setParams(next ? { outcome: next } : {})}
            onMore={pages.hasNextPage ? pages.fetchNextPage : undefined}
            isLoadingMore={pages.isFetchingNextPage}
          />
        </Flex>
      </Container>
    </BreadcrumbEntry>
  );
}
