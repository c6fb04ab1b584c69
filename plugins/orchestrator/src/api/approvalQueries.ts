import { useApi } from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  Approval,
  ApprovalScope,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { orchestratorApiRef } from './OrchestratorClient';

const REFRESH_MS = 5000;

/** Which approvals to list. */
export interface ApprovalSearch {
  readonly scope: ApprovalScope;
  /** Those that are to be decided, or those that are closed. */
  readonly isPending: boolean;
}

/** Pages of approvals, kept up to date while one looks. */
export function useApprovals({ scope, isPending }: ApprovalSearch) {
  const api = useApi(orchestratorApiRef);
  return useInfiniteQuery({
    queryKey: ['approvals', scope, isPending],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.listApprovals(
        {
          scope,
          status: isPending ? 'pending' : 'decided',
          limit: 20,
          ...(cursor && { cursor }),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: REFRESH_MS,
  });
}

/** One approval, kept up to date as long as it is pending. */
export function useApproval(approvalId: string) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['approval', approvalId],
    queryFn: ({ signal }) => api.getApproval({ approvalId }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.status === 'pending' ? REFRESH_MS : false,
  });
}

/** What somebody decides: repeating it with the same key counts once. */
export interface Decision {
  readonly decision: string;
  readonly comment?: string;
  readonly data?: JsonObject;
  readonly idempotencyKey: string;
}

/** Decides an approval; whatever becomes of it, what is shown of approvals is read anew. */
export function useDecide(approvalId: string) {
  const api = useApi(orchestratorApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision): Promise<Approval> =>
      api.decideApproval({ approvalId, ...decision }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['approval', approvalId] }),
        queries.invalidateQueries({ queryKey: ['approvals'] }),
      ]),
  });
}
