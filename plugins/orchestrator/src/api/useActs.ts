import { useApi } from '@backstage/frontend-plugin-api';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useMemo } from 'react';
import { orchestratorApiRef } from './OrchestratorClient';

/** Why somebody acts, and the key under which a repetition counts once. */
export interface Terms {
  readonly reason?: string;
  readonly idempotencyKey?: string;
}

/** From where a failed run goes on: without a pointer, from the tasks that failed. */
export interface RetryFrom extends Terms {
  readonly from?: string;
}

/** What a task is to have given. */
export interface TaskOutput extends Terms {
  readonly output: Json;
}

/** An event for one instance. */
export interface EventToSend {
  readonly type: string;
  readonly data: Json;
  readonly idempotencyKey: string;
}

const EVENT_SOURCE = 'urn:backstage:orchestrator';

/** What can be done to an instance and its tasks. Each promise says that the server has taken it, not that it is done. */
export function useActs(instanceId: string) {
  const api = useApi(orchestratorApiRef);
  return useMemo(
    () => ({
      suspend: (terms: Terms) => api.suspendInstance({ instanceId, ...terms }),
      resume: (terms: Terms) => api.resumeInstance({ instanceId, ...terms }),
      cancel: (terms: Terms) => api.cancelInstance({ instanceId, ...terms }),
      retry: (request: RetryFrom) =>
        api.retryInstance({ instanceId, ...request }),
      retryTask: (taskRef: string, terms: Terms) =>
        api.retryTask({ instanceId, taskRef, ...terms }),
      skipTask: (taskRef: string, terms: Terms) =>
        api.skipTask({ instanceId, taskRef, ...terms }),
      completeTask: (taskRef: string, request: TaskOutput) =>
        api.completeTask({ instanceId, taskRef, ...request }),
      failTask: (taskRef: string, terms: Terms) =>
        api.failTask({ instanceId, taskRef, ...terms }),
      sendEvent: ({ idempotencyKey, ...event }: EventToSend) =>
        api.sendEvent({
          ...event,
          instanceId,
          idempotencyKey,
          specversion: '1.0',
          id: idempotencyKey,
          source: EVENT_SOURCE,
        }),
    }),
    [api, instanceId],
  );
}
