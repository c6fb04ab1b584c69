import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Payload } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useQuery } from '@tanstack/react-query';
import {
  orchestratorApiRef,
  type OrchestratorClient,
} from '../../api/OrchestratorClient';

/**
 * The input that an earlier run had, to begin a form with; nothing is asked without an instance.
 *
 * The value is an empty object when that run had no input, or when the person may not see it.
 */
export function useEarlierInput(instanceId: string | undefined) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['earlierInput', instanceId],
    enabled: instanceId !== undefined,
    queryFn: async ({ signal }) => {
      const id = instanceId ?? '';
      const { input } = await api.getInstance({ instanceId: id }, { signal });
      return asObject(await valueOf(api, id, input));
    },
    staleTime: Infinity,
  });
}

async function valueOf(
  api: OrchestratorClient,
  instanceId: string,
  payload: Payload | undefined,
): Promise<unknown> {
  if (payload && 'value' in payload) return payload.value;
  if (payload && 'ref' in payload) {
    return api.getPayload({ instanceId, ref: payload.ref });
  }
  return {};
}

function asObject(value: unknown): JsonObject {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ...value } : {};
}
