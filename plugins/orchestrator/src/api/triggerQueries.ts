import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { orchestratorApiRef } from './OrchestratorClient';

const REFRESH_MS = 10_000;

/** What starts a workflow by itself. */
export function useTriggers(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['triggers', workflowId],
    queryFn: ({ signal }) => api.listTriggers({ workflowId }, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** When a trigger is due next, and what has become of the times before. */
export function useOccurrences(triggerId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['occurrences', triggerId],
    queryFn: ({ signal }) =>
      api.listOccurrences({ triggerId, limit: 10 }, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** What can be done to a trigger; what is shown of triggers is read anew then. */
export function useTriggerActs(triggerId: string) {
  const api = useApi(orchestratorApiRef);
  const queries = useQueryClient();
  const renewed = async <T>(doing: Promise<T>): Promise<T> => {
    const done = await doing;
    await queries.invalidateQueries({ queryKey: ['triggers'] });
    await queries.invalidateQueries({ queryKey: ['occurrences'] });
    return done;
  };
  return {
    pause: (terms: { readonly idempotencyKey: string }) =>
      renewed(api.pauseTrigger({ triggerId, ...terms })),
    resume: (terms: { readonly idempotencyKey: string }) =>
      renewed(api.resumeTrigger({ triggerId, ...terms })),
    test: (terms: { readonly idempotencyKey: string }) =>
      renewed(api.testTrigger({ triggerId, ...terms })),
  };
}
