import { useApi } from '@backstage/frontend-plugin-api';
import {
  useWatchInstance,
  type FollowedInstance,
} from '@stagecraft/backstage-plugin-orchestrator-common/react';
import { orchestratorApiRef } from './OrchestratorClient';

/** Follows an instance live for as long as the component is there. */
export function useInstance(instanceId: string): FollowedInstance {
  return useWatchInstance(useApi(orchestratorApiRef), instanceId);
}
