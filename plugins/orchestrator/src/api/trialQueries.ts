import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DryRunRequest,
  ExecuteTaskRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMutation } from '@tanstack/react-query';
import { orchestratorApiRef } from './OrchestratorClient';

/** What answers the calls of tasks, by the tasks' JSON pointers. */
export type Mocks = NonNullable<DryRunRequest['mocks']>;

/** Runs a workflow without effects. */
export function useDryRun(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useMutation({
    mutationFn: (request: DryRunRequest) =>
      api.dryRunWorkflow({ workflowId, ...request }),
  });
}

/** Runs one task alone. Calls that no mock answers are made. */
export function useTaskTrial(workflowId: string) {
  const api = useApi(orchestratorApiRef);
  return useMutation({
    mutationFn: (request: ExecuteTaskRequest) =>
      api.executeTask({ workflowId, ...request }),
  });
}
