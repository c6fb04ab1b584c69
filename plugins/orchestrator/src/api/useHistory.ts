import { useApi } from '@backstage/frontend-plugin-api';
import type { OrchestratorEvent } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { orchestratorApiRef } from './OrchestratorClient';

const PAGE_SIZE = 100;
const noEvent: string | undefined = undefined;

/** The part of an instance's history that has been loaded, oldest first. */
export interface LoadedHistory {
  /** Absent until the first page is there. */
  readonly events?: readonly OrchestratorEvent[];
  readonly error: unknown;
  readonly reload: () => void;
  /** Loads the next page; absent when all is loaded or about to be. */
  readonly loadMore?: () => void;
  readonly isLoadingMore: boolean;
}

/**
 * Pages through an instance's history. While all of it is loaded, new events are loaded as they are written.
 *
 * @param head - number of the newest event that is known
 */
export function useHistory(instanceId: string, head: number): LoadedHistory {
  const api = useApi(orchestratorApiRef);
  const query = useInfiniteQuery({
    queryKey: ['history', instanceId],
    queryFn: ({ pageParam, signal }) =>
      api.getInstanceHistory(
        { instanceId, after: pageParam, limit: PAGE_SIZE },
        { signal },
      ),
    initialPageParam: noEvent,
    getNextPageParam: (page, _, after) => page.items.at(-1)?.id ?? after,
    refetchOnWindowFocus: false,
  });
  const { data, fetchNextPage, isFetching } = query;
  const events = data?.pages.flatMap(({ items }) => items);
  const hasMore = events !== undefined && events.length < head;
  const lastPage = data?.pages.at(-1);
  const isFollowing =
    lastPage !== undefined && lastPage.items.length < PAGE_SIZE;
  useEffect(() => {
    if (hasMore && isFollowing && !isFetching) fetchNextPage();
  }, [data, hasMore, isFollowing, isFetching, fetchNextPage]);
  return {
    events,
    error: query.error,
    reload: () => query.refetch(),
    loadMore: hasMore && !isFollowing ? () => fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
  };
}
