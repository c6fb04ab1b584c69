import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container, Flex } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useWorkflow } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { PageHeader } from '../../components/layout/PageHeader';
import { RunLink } from '../../components/RunLink';
import { problemText } from './problemText';
import { TriggersTab } from './TriggersTab';
import { VersionsTab } from './versions/VersionsTab';
import { WorkflowGraphTab } from './WorkflowGraphTab';
import { WorkflowOverviewTab } from './WorkflowOverviewTab';
import { WorkflowRunsTab } from './WorkflowRunsTab';
import { WorkflowSourceTab } from './WorkflowSourceTab';

/** What fills in the defaults of an input is large and not needed to look around. */
const TestTab = lazy(() =>
  import('./test/TestTab').then(({ TestTab: tab }) => ({ default: tab })),
);

const tabs = [
  { id: 'overview', label: 'Overview' },
  { id: 'graph', label: 'Graph' },
  { id: 'runs', label: 'Runs' },
  { id: 'triggers', label: 'Triggers' },
  { id: 'test', label: 'Test' },
  { id: 'source', label: 'Source' },
  { id: 'versions', label: 'Versions' },
] as const;

/** One workflow: what it does, what it needs, what is wrong with it, its text and its runs. */
export function WorkflowPage() {
  const { workflowId = '' } = useParams();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const workflow = useWorkflow(workflowId);
  const wanted = params.get('tab');
  const tab = tabs.find(({ id }) => id === wanted)?.id ?? 'overview';
  if (workflow.error) {
    return (
      <Container py="6">
        <ErrorAlert
          title={`The workflow ${workflowId} could not be loaded`}
          error={workflow.error}
          onRetry={workflow.refetch}
        />
      </Container>
    );
  }
  if (!workflow.data) {
    return (
      <Container py="6">
        <Flex direction="column" gap="4" aria-busy="true">
          <Loading width={280} height={32} />
          <Loading height={200} />
        </Flex>
      </Container>
    );
  }
  const details = workflow.data;
  const name = details.title ?? details.name;
  const firstError = details.problems.find(
    ({ severity }) => severity === 'error',
  );
  return (
    <BreadcrumbEntry entry={{ label: name, href: pathname }}>
      <PageHeader
        title={name}
        description={details.description}
        metadata={[
          { label: 'Id', value: details.workflowId },
          ...(details.version
            ? [{ label: 'Version', value: details.version }]
            : []),
        ]}
        tags={details.tags.map(label => ({ label }))}
        acts={
          <RunLink
            workflowId={workflowId}
            name={name}
            variant="primary"
            problem={firstError && problemText(firstError)}
          />
        }
        tabs={tabs.map(({ id, label }) => ({
          id,
          label,
          href: `${pathname}?tab=${id}`,
        }))}
        activeTabId={tab}
      />
      <Container py="4">
        {tab === 'overview' && <WorkflowOverviewTab details={details} />}
        {tab === 'graph' && (
          <WorkflowGraphTab key={details.version} workflowId={workflowId} />
        )}
        {tab === 'runs' && <WorkflowRunsTab workflowId={workflowId} />}
        {tab === 'triggers' && <TriggersTab workflowId={workflowId} />}
        {tab === 'test' && (
          <Suspense fallback={<Loading height={320} />}>
            <TestTab details={details} />
          </Suspense>
        )}
        {tab === 'source' && <WorkflowSourceTab details={details} />}
        {tab === 'versions' && <VersionsTab workflowId={workflowId} />}
      </Container>
    </BreadcrumbEntry>
  );
}
