import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ListInstancesRequest,
  ListWorkflowsRequest,
} from '../generated/client';
import type {
  ExecuteWorkflowRequest,
  OrchestratorApi,
} from '../OrchestratorApi';

/** First part of the keys of all queries here: invalidate it to have all read anew. @public */
export const ORCHESTRATOR_QUERIES = 'orchestrator';

/** A page of workflows. @public */
export function useWorkflows(
  api: Pick<OrchestratorApi, 'listWorkflows'>,
  request: ListWorkflowsRequest = {},
) {
  return useQuery({
    queryKey: [ORCHESTRATOR_QUERIES, 'workflows', request],
    queryFn: ({ signal }) => api.listWorkflows(request, { signal }),
  });
}

/** A workflow's definition with its problems. @public */
export function useWorkflow(
  api: Pick<OrchestratorApi, 'getWorkflow'>,
  workflowId: string,
) {
  return useQuery({
    queryKey: [ORCHESTRATOR_QUERIES, 'workflow', workflowId],
    queryFn: ({ signal }) => api.getWorkflow({ workflowId }, { signal }),
  });
}

/** A page of instances; {@link useLiveInstances} keeps it up to date. @public */
export function useInstances(
  api: Pick<OrchestratorApi, 'listInstances'>,
  request: ListInstancesRequest = {},
) {
  return useQuery({
    queryKey: [ORCHESTRATOR_QUERIES, 'instances', request],
    queryFn: ({ signal }) => api.listInstances(request, { signal }),
  });
}

/** The state of an instance as it is now; {@link useWatchInstance} follows it. @public */
export function useInstance(
  api: Pick<OrchestratorApi, 'getInstance'>,
  instanceId: string,
) {
  return useQuery({
    queryKey: [ORCHESTRATOR_QUERIES, 'instance', instanceId],
    queryFn: ({ signal }) => api.getInstance({ instanceId }, { signal }),
  });
}

/** Runs a workflow; lists of instances are read anew then. @public */
export function useExecuteWorkflow(
  api: Pick<OrchestratorApi, 'executeWorkflow'>,
  workflowId: string,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: Omit<ExecuteWorkflowRequest, 'workflowId'>) =>
      api.executeWorkflow({ ...request, workflowId }),
    onSuccess: () =>
      queries.invalidateQueries({
        queryKey: [ORCHESTRATOR_QUERIES, 'instances'],
      }),
  });
}
