import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container, Flex, Link, Text } from '@backstage/ui';
import type { JsonObject } from '@backstage/types';
import type { WorkflowDetails } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { useWorkflow, type RunOrigin } from '../../api/queries';
import { EntityLink } from '../../components/EntityLink';
import { ErrorAlert } from '../../components/feedback/ErrorAlert';
import { Loading } from '../../components/feedback/Loading';
import { PageHeader } from '../../components/layout/PageHeader';
import { useLinks } from '../../useLinks';
import { ProblemList } from '../workflow/ProblemList';
import { RunForms } from './RunForms';
import { useEarlierInput } from './useEarlierInput';
import { useRun } from './useRun';

/** Asks for a workflow's input and runs it. */
export function RunPage() {
  const { workflowId = '' } = useParams();
  const links = useLinks();
  const { data, error, refetch } = useWorkflow(workflowId);
  const [params] = useSearchParams();
  const rerunOf = params.get('from') ?? undefined;
  const targetEntity = params.get('entity') ?? undefined;
  const earlier = useEarlierInput(rerunOf);
  const name = data?.title ?? data?.name ?? workflowId;
  return (
    <BreadcrumbEntry entry={{ label: name, href: links.workflow(workflowId) }}>
      <PageHeader title={`Run ${name}`} description={data?.description} />
      <Container py="4">
        {error && (
          <ErrorAlert
            title={`The workflow ${workflowId} could not be loaded`}
            error={error}
            onRetry={refetch}
          />
        )}
        {!data && !error && <Loading height={240} />}
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
            {targetEntity !== undefined && (
              <Text as="p">
                For <EntityLink entityRef={targetEntity} />.
              </Text>
            )}
            <CheckedForm
              key={`${workflowId} ${rerunOf} ${targetEntity} ${earlier.dataUpdatedAt}`}
              details={data}
              origin={{ rerunOf, targetEntity }}
              given={earlier.data}
            />
          </Flex>
        )}
      </Container>
    </BreadcrumbEntry>
  );
}

interface CheckedFormProps {
  readonly details: WorkflowDetails;
  readonly origin: RunOrigin;
  readonly given?: JsonObject;
}

/** The form, or what keeps the workflow from running. */
function CheckedForm({ details, origin, given }: CheckedFormProps) {
  const { workflowId, valid, problems } = details;
  const run = useRun(workflowId, origin);
  return valid ? (
    <RunForms details={details} given={given} run={run} />
  ) : (
    <ProblemList workflowId={workflowId} problems={problems} />
  );
}
