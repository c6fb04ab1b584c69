import { useApi } from '@backstage/frontend-plugin-api';
import type {
  BulkRequest,
  JobOutcome,
  JobStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { orchestratorApiRef } from './OrchestratorClient';

const LIST_REFRESH_MS = 5000;
const JOB_REFRESH_MS = 1000;
const ITEMS_A_PAGE = 50;

/** Pages of jobs, latest first, kept up to date while one looks. */
export function useJobs() {
  const api = useApi(orchestratorApiRef);
  return useInfiniteQuery({
    queryKey: ['jobs'],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.listJobs({ limit: 20, ...(cursor && { cursor }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: LIST_REFRESH_MS,
  });
}

/** One job with pages of what became of its instances, kept up to date as long as something may become of them. */
export function useJob(jobId: string, outcome?: JobOutcome) {
  const api = useApi(orchestratorApiRef);
  return useInfiniteQuery({
    queryKey: ['job', jobId, outcome],
    queryFn: ({ pageParam: cursor, signal }) =>
      api.getJob(
        {
          jobId,
          limit: ITEMS_A_PAGE,
          ...(outcome && { outcome: [outcome] }),
          ...(cursor && { cursor }),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.every(page => hasSettled(page))
        ? false
        : JOB_REFRESH_MS,
  });
}

/** Whether nothing more becomes of the instances of a job: what it has asked for when it is cancelled still happens. */
function hasSettled(job: { status: JobStatus; pending: number }): boolean {
  return job.status === 'completed' || job.pending === 0;
}

/** What a job would act on now; nothing is asked while it is not wanted. */
export function useBulkPreview(request: BulkRequest, isWanted: boolean) {
  const api = useApi(orchestratorApiRef);
  return useQuery({
    queryKey: ['bulkPreview', request],
    queryFn: ({ signal }) => api.previewBulkJob(request, { signal }),
    enabled: isWanted,
    staleTime: 0,
  });
}

/** The key under which a repetition counts once. */
export interface BulkTerms {
  readonly reason?: string;
  readonly idempotencyKey: string;
}

/** Starts jobs. */
export function useStartJob() {
  const api = useApi(orchestratorApiRef);
  return (request: BulkRequest & BulkTerms) => api.startBulkJob(request);
}

/** What can be done with a job; what is shown of jobs is read anew then. */
export function useJobActs(jobId: string) {
  const api = useApi(orchestratorApiRef);
  const queries = useQueryClient();
  return useMemo(() => {
    const renewed = async <T>(doing: Promise<T>): Promise<T> => {
      const done = await doing;
      await queries.invalidateQueries({ queryKey: ['job', jobId] });
      return done;
    };
    return {
      pause: () => renewed(api.pauseJob({ jobId })),
      resume: () => renewed(api.resumeJob({ jobId })),
      cancel: () => renewed(api.cancelJob({ jobId })),
      /** The instances of all items with an outcome, however many pages they fill. */
      instancesWith: async (outcome: JobOutcome) => {
        const ids: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await api.getJob({
            jobId,
            outcome: [outcome],
            limit: 200,
            ...(cursor && { cursor }),
          });
          ids.push(...page.items.map(({ instanceId }) => instanceId));
          cursor = page.next;
        } while (cursor);
        return ids;
      },
    };
  }, [api, queries, jobId]);
}
