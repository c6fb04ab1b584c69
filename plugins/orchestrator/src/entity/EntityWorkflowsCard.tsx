import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Flex } from '@backstage/ui';
import { RiPlayLine } from '@remixicon/react';
import { useNewestRunsFor } from '../api/entityQueries';
import { OrchestratorQueries } from '../api/OrchestratorQueries';
import { EmptyState } from '../components/feedback/EmptyState';
import { ErrorAlert } from '../components/feedback/ErrorAlert';
import { Loading } from '../components/feedback/Loading';
import { RunLine } from '../components/instances/RunLine';
import { Section } from '../components/layout/Section';
import { entityWorkflowsRouteRef } from '../routes';
import { hasWorkflows, WORKFLOWS_ANNOTATION } from './workflowsAnnotation';

/** The newest runs for a catalog entity, and the way to start one. It asks the server once, and follows no stream. */
export function EntityWorkflowsCard() {
  return (
    <OrchestratorQueries>
      <Section title="Workflows" actions={<TabLink />}>
        <NewestRuns />
      </Section>
    </OrchestratorQueries>
  );
}

/** Leads to where workflows are started. Nothing where the portal has no such tab. */
function TabLink() {
  const tab = useRouteRef(entityWorkflowsRouteRef);
  if (!tab) return null;
  return (
    <ButtonLink
      size="small"
      variant="secondary"
      iconStart={<RiPlayLine aria-hidden="true" />}
      href={tab()}
    >
      Run a workflow
    </ButtonLink>
  );
}

function NewestRuns() {
  const { entity } = useEntity();
  const { data, error, refetch } = useNewestRunsFor(stringifyEntityRef(entity));
  if (error) {
    return (
      <ErrorAlert
        title="The runs could not be loaded"
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data) return <Loading height={96} />;
  if (data.items.length === 0) {
    return (
      <EmptyState
        message={
          hasWorkflows(entity)
            ? 'No workflow has run for this yet.'
            : `No workflow has run for this yet. Name the ones that are of use for it in the annotation ${WORKFLOWS_ANNOTATION}: '["<id>"]'.`
        }
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      {data.items.map(run => (
        <RunLine key={run.id} run={run} isNamed />
      ))}
    </Flex>
  );
}
