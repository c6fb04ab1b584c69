import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DefinitionVersionPage,
  WorkflowGraph,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useQueries, useQuery } from '@tanstack/react-query';
import { orchestratorApiRef } from './OrchestratorClient';

/** A text that a workflow has had. */
export type Version = DefinitionVersionPage['items'][number];

/** A version's tasks: as a graph, and as they stand in the definition. */
export interface VersionTasks {
  readonly graph: WorkflowGraph;
  readonly definition: Readonly<Record<string, unknown>>;
}

const NEWEST = 100;

/** The newest texts that a workflow has had. */
export function useVersions(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['versions', workflowId],
    queryFn: async ({ signal }): Promise<readonly Version[]> => {
      const request = { workflowId, limit: NEWEST };
      const { items } = await api.listWorkflowVersions(request, { signal });
      return items;
    },
  });
}

/** The texts of some versions, each named by its hash; absent until all are there. */
export function useVersionTexts(workflowId: string, hashes: readonly string[]) {
  const api = useApi(orchestratorApiRef);
  return useQueries({
    queries: hashes.map(version => ({
      queryKey: ['versionText', workflowId, version],
      queryFn: ({ signal }: Signalled) =>
        api.getWorkflowSourceById({ workflowId, version }, { signal }),
      staleTime: Infinity,
    })),
    combine: allOrNone,
  });
}

/** The tasks of some versions, each named by its hash; absent until all are there. */
export function useVersionTasks(workflowId: string, hashes: readonly string[]) {
  const api = useApi(orchestratorApiRef);
  return useQueries({
    queries: hashes.map(version => ({
      queryKey: ['versionTasks', workflowId, version],
      queryFn: async ({ signal }: Signalled): Promise<VersionTasks> => {
        const request = { workflowId, version };
        const [graph, { definition = {} }] = await Promise.all([
          api.getWorkflowGraph(request, { signal }),
          api.getWorkflow(request, { signal }),
        ]);
        return { graph, definition };
      },
      staleTime: Infinity,
    })),
    combine: allOrNone,
  });
}

interface Signalled {
  readonly signal: AbortSignal;
}

interface Answer<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

function allOrNone<T>(answers: readonly Answer<T>[]) {
  const data = answers.flatMap(one => (one.data === undefined ? [] : one.data));
  return {
    data: data.length === answers.length ? data : undefined,
    error: answers.find(({ error }) => error)?.error,
    refetch: () => answers.forEach(({ refetch }) => refetch()),
  };
}
