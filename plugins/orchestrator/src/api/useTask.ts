import { useApi } from '@backstage/frontend-plugin-api';
import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useQuery } from '@tanstack/react-query';
import { orchestratorApiRef } from './OrchestratorClient';

/** An execution of a task by its key; one that the state leaves out is asked for. Undefined until it is there, and when it never is. */
export function useTask(
  { id, tasks, tasksLeftOut }: InstanceState,
  key: string | undefined,
): TaskState | undefined {
  const api = useApi(orchestratorApiRef);
  const told = tasks.find(task => task.key === key);
  const asked = useQuery({
    queryKey: ['taskRun', id, key],
    queryFn: async ({ signal }) => {
      const request = { instanceId: id, taskRef: key ?? '' };
      return (await api.getTaskRun(request, { signal })).run;
    },
    enabled: key !== undefined && !told && tasksLeftOut !== undefined,
    staleTime: Infinity,
  });
  return told ?? asked.data;
}
