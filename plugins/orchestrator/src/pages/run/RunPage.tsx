import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container, Flex, Header, Link, Skeleton, Text } from '@backstage/ui';
import type { JsonObject } from '@backstage/types';
import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { useWorkflow } from '../../api/queries';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { JsonInputForm } from '../../components/form/JsonInputForm';
import { RunForm } from '../../components/form/RunForm';
import { useLinks } from '../../useLinks';
import { ProblemList } from '../workflow/ProblemList';
import { useEarlierInput } from './useEarlierInput';
import { useRun } from './useRun';

/** Asks for a workflow's input and runs it. */
export function RunPage() {
  const { workflowId = '' } = useParams();
  const links = useLinks();
  const { data, error, refetch } = useWorkflow(workflowId);
  const [params] = useSearchParams();
  const rerunOf = params.get('from') ?? undefined;
  const earlier = useEarlierInput(rerunOf);
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
        {data && !earlier.isLoading && (
          <Flex direction="column" gap="4">
            {earlier.error && (
              <ErrorAlert
                title="The input of the earlier run could not be read"
                error={earlier.error}
                onRetry={earlier.refetch}
              />
            )}
            {earlier.data && rerunOf !== undefined && (
              <Text as="p">
                Filled in as it was for{' '}
                <Link href={links.instance(rerunOf)}>the earlier run</Link>.
              </Text>
            )}
            <RunForms
              key={`${workflowId} ${rerunOf} ${earlier.dataUpdatedAt}`}
              details={data}
              rerunOf={rerunOf}
              given={earlier.data}
            />
          </Flex>
        )}
      </Container>
    </BreadcrumbEntry>
  );
}

interface RunFormsProps {
  readonly details: WorkflowDetails;
  readonly rerunOf?: string;
  readonly given?: JsonObject;
}

function RunForms({ details, rerunOf, given }: RunFormsProps) {
  const { workflowId, valid, problems, inputSchema } = details;
  const run = useRun(workflowId, rerunOf);
  if (!valid) {
    return <ProblemList workflowId={workflowId} problems={problems} />;
  }
  const form = {
    given,
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
