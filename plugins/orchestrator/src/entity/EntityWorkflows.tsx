import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { Alert, Flex, Link, Text } from '@backstage/ui';
import type { WorkflowOverviewDTO } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useWorkflowsOf } from '../api/entityQueries';
import { EmptyState } from '../components/feedback/EmptyState';
import { ErrorAlert } from '../components/feedback/ErrorAlert';
import { Loading } from '../components/feedback/Loading';
import { Section } from '../components/layout/Section';
import { RunLink } from '../components/RunLink';
import { useLinks } from '../useLinks';
import { namedWorkflows, WORKFLOWS_ANNOTATION } from './workflowsAnnotation';

/** Props of {@link EntityWorkflows}. */
export interface EntityWorkflowsProps {
  readonly entity: Entity;
}

/** The workflows of a catalog entity, each to be started for it. */
export function EntityWorkflows({ entity }: EntityWorkflowsProps) {
  const entityRef = stringifyEntityRef(entity);
  const { ids, problem } = namedWorkflows(entity);
  const { data, error, refetch } = useWorkflowsOf(entityRef, ids);
  return (
    <Section title="Run for this entity">
      <Flex direction="column" gap="4">
        {problem && (
          <Alert
            status="warning"
            icon
            title="Its workflows could not be read"
            description={problem}
          />
        )}
        {error && (
          <ErrorAlert
            title="Its workflows could not be loaded"
            error={error}
            onRetry={refetch}
          />
        )}
        {!data && !error && <Loading height={64} />}
        {data?.length === 0 && (
          <EmptyState
            message={`No workflow is offered here. Name the ones that are of use in the annotation ${WORKFLOWS_ANNOTATION}: '["<id>"]'.`}
          />
        )}
        {data?.map(workflow => (
          <OfferedWorkflow
            key={workflow.workflowId}
            workflow={workflow}
            entityRef={entityRef}
          />
        ))}
      </Flex>
    </Section>
  );
}

interface OfferedWorkflowProps {
  readonly workflow: WorkflowOverviewDTO;
  readonly entityRef: string;
}

function OfferedWorkflow({ workflow, entityRef }: OfferedWorkflowProps) {
  const { workflowId, name = workflowId, description } = workflow;
  const { isAvailable, availability } = workflow;
  const links = useLinks();
  return (
    <Flex align="center" justify="between" gap="3" style={{ flexWrap: 'wrap' }}>
      <Flex direction="column" gap="0.5" style={{ flex: '1 1 16rem' }}>
        <Link href={links.workflow(workflowId)} weight="bold" standalone>
          {name}
        </Link>
        {description && <Text color="secondary">{description}</Text>}
      </Flex>
      <RunLink
        workflowId={workflowId}
        name={name}
        entityRef={entityRef}
        problem={
          isAvailable === false
            ? availability?.reason ?? 'Its definition has problems'
            : undefined
        }
      />
    </Flex>
  );
}
