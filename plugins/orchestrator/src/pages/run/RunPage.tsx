import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container, Flex, Header, Skeleton } from '@backstage/ui';
import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useParams } from 'react-router-dom';
import { useWorkflow } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { JsonInputForm } from '../../components/form/JsonInputForm';
import { RunForm } from '../../components/form/RunForm';
import { useLinks } from '../../useLinks';
import { ProblemList } from '../workflow/ProblemList';
import { useRun } from './useRun';

/** Asks for a workflow's input and runs it. */
export function RunPage() {
  const { workflowId = '' } = useParams();
  const links = useLinks();
  const { data, error, refetch } = useWorkflow(workflowId);
  const name = data?.title ?? data?.name ?? workflowId;
  return (
    <BreadcrumbEntry entry={{ label: name, href: links.workflow(workflowId) }}>
      <Header title={`Run ${name}`} description={data?.description} />
      <Container py="4">
        {error && (
          <ErrorAlert
            title={`The workflow ${workflowId} could not be loaded`}
            error={error}
            onRetry={refetch}
          />
        )}
        {!data && !error && <Skeleton height={240} />}
        {data && <RunForms key={workflowId} details={data} />}
      </Container>
    </BreadcrumbEntry>
  );
}

function RunForms({ details }: { readonly details: WorkflowDetails }) {
  const { workflowId, valid, problems, inputSchema } = details;
  const run = useRun(workflowId);
  if (!valid) {
    return <ProblemList workflowId={workflowId} problems={problems} />;
  }
  const form = {
    isRunning: run.isRunning,
    onRun: run.start,
    onEdit: run.edited,
  };
  return (
    <Flex direction="column" gap="4">
      {run.error !== undefined && run.error !== null && (
        <ErrorAlert
          title="The workflow was not started. What you have entered is kept."
          error={run.error}
        />
      )}
      {inputSchema ? (
        <RunForm {...form} schema={inputSchema} serverProblems={run.problems} />
      ) : (
        <JsonInputForm {...form} />
      )}
    </Flex>
  );
}
