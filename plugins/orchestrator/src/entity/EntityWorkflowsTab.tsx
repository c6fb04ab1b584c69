import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { OrchestratorQueries } from '../api/OrchestratorQueries';
import { EmptyState } from '../components/feedback/EmptyState';
import { InstanceList } from '../components/instances/InstanceList';
import { Section } from '../components/layout/Section';
import { usePagedSearch } from '../components/usePagedSearch';
import { EntityWorkflows } from './EntityWorkflows';

/** The workflows that are of use for a catalog entity, to be started for it, and all that have run for it. */
export function EntityWorkflowsTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { page, setPage } = usePagedSearch();
  return (
    <OrchestratorQueries>
      <Flex direction="column" gap="4">
        <EntityWorkflows entity={entity} />
        <Section title="Runs">
          <InstanceList
            search={{ entityRef, page }}
            onPageChange={setPage}
            emptyState={
              <EmptyState message="No workflow has run for this yet." />
            }
          />
        </Section>
      </Flex>
    </OrchestratorQueries>
  );
}
