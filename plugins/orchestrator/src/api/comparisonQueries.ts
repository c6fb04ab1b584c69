import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { orchestratorApiRef } from './OrchestratorClient';

const CHOICES = 50;

/** In what two runs differ; nothing is asked before both are known. */
export function useComparison(a: string, b: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['comparison', a, b],
    queryFn: ({ signal }) => api.compareInstances({ a, b }, { signal }),
    enabled: a !== '' && b !== '',
  });
}

/** The newest runs of the workflow that a run is of, to choose from. */
export function useRunsOfTheSame(instanceId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['runsOfTheSame', instanceId],
    queryFn: async ({ signal }) => {
      const { workflow } = await api.getInstance({ instanceId }, { signal });
      const { items } = await api.listInstances(
        { workflowId: [workflow.id], limit: CHOICES },
        { signal },
      );
      return items;
    },
    enabled: instanceId !== '',
  });
}
