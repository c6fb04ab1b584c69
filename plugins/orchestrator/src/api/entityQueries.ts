import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { orchestratorApiRef } from './OrchestratorClient';

const REFRESH_MS = 10_000;
const NEWEST = 3;

/** The newest runs for a catalog entity. */
export function useNewestRunsFor(entityRef: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['newestRunsFor', entityRef],
    queryFn: ({ signal }) =>
      api.listInstances({ entityRef, limit: NEWEST }, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** The workflows of a catalog entity: those that it names, and those that have run for it. */
export function useWorkflowsOf(entityRef: string, named: readonly string[]) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['workflowsOf', entityRef, named],
    queryFn: async ({ signal }) => {
      const { overviews = [] } = await api.getWorkflowsOverviewForEntity(
        { targetEntity: entityRef, annotationWorkflowIds: [...named] },
        { signal },
      );
      return overviews;
    },
    refetchInterval: REFRESH_MS,
  });
}
