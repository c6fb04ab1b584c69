import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CreateWebhookRequest,
  DeliveryStatus,
  UpdateWebhookRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { orchestratorApiRef } from './OrchestratorClient';

const REFRESH_MS = 5000;
const DELIVERIES_A_PAGE = 20;

/** All webhooks. */
export function useWebhooks() {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => api.listWebhooks({ signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** One webhook; how it fares is kept up to date. */
export function useWebhook(webhookId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['webhook', webhookId],
    queryFn: ({ signal }) => api.getWebhook({ webhookId }, { signal }),
    refetchInterval: REFRESH_MS,
  });
}

/** Pages of what was sent by a webhook, latest first, kept up to date while one looks. */
export function useDeliveries(webhookId: string, status?: DeliveryStatus) {
  const api = useApi(orchestratorApiRef);
  return useInfiniteQuery({
    queryKey: ['deliveries', webhookId, status],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.listDeliveries(
        {
          webhookId,
          limit: DELIVERIES_A_PAGE,
          ...(status && { status }),
          ...(cursor && { cursor }),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: REFRESH_MS,
  });
}

/** Makes a webhook; the answer holds its secret, this once. */
export function useCreateWebhook() {
  const api = useApi(orchestratorApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: CreateWebhookRequest) => api.createWebhook(request),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

/** What can be done with a webhook and what it has sent; what is shown of them is read anew then. */
export function useWebhookActs(webhookId: string) {
  const api = useApi(orchestratorApiRef);
  const queries = useQueryClient();
  return useMemo(() => {
    const renewed = async <T>(doing: Promise<T>): Promise<T> => {
      const done = await doing;
      await Promise.all(
        ['webhook', 'webhooks', 'deliveries'].map(name =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      );
      return done;
    };
    return {
      change: (change: UpdateWebhookRequest) =>
        renewed(api.updateWebhook({ webhookId, ...change })),
      test: () => renewed(api.testWebhook({ webhookId })),
      redeliver: (deliveryId: string) =>
        renewed(api.redeliver({ webhookId, deliveryId })),
      delete: async () => {
        await api.deleteWebhook({ webhookId });
        queries.removeQueries({ queryKey: ['webhook', webhookId] });
        await queries.invalidateQueries({ queryKey: ['webhooks'] });
      },
    };
  }, [api, queries, webhookId]);
}
