import { useApi } from '@backstage/frontend-plugin-api';
import type {
  InstanceState,
  TaskState,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { orchestratorApiRef } from './OrchestratorClient';

/** An instance with what has been loaded of the tasks that its state leaves out. */
export interface WholeInstance {
  readonly state: InstanceState;
  /** Why no more tasks could be loaded. */
  readonly error: unknown;
  readonly reload: () => void;
  /** Whether the tasks that are still left out are being loaded. */
  readonly isLoadingAll: boolean;
  /** Loads all tasks; absent when none is left out, and while it does. */
  readonly loadAll?: () => void;
}

const PAGE_SIZE = 1000;

/**
 * The state of an instance of very many tasks leaves most of those out that have ended. The failed ones, of which one wants to know,
 * are loaded at once; the others when they are asked for, page by page.
 */
export function useWholeInstance(state: InstanceState): WholeInstance {
  const { id, tasksLeftOut = 0 } = state;
  const api = useApi(orchestratorApiRef);
  const [wantsAll, setWantsAll] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['taskRuns', id, wantsAll],
    queryFn: ({ pageParam, signal }) =>
      api.listTaskRuns(
        {
          instanceId: id,
          offset: pageParam,
          limit: PAGE_SIZE,
          ...(!wantsAll && { status: ['failed'] }),
        },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ items, total }, _, offset) =>
      offset + items.length < total ? offset + items.length : undefined,
    enabled: tasksLeftOut > 0,
    staleTime: Infinity,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (wantsAll && hasNextPage && !isFetching && !error) fetchNextPage();
  }, [wantsAll, hasNextPage, isFetching, error, fetchNextPage]);
  const whole = useMemo(
    () => withTasks(state, data?.pages.flatMap(({ items }) => items) ?? []),
    [state, data],
  );
  const isPart = whole.tasksLeftOut !== undefined;
  return {
    state: whole,
    error,
    reload: () => query.refetch(),
    isLoadingAll: isPart && wantsAll && !error,
    loadAll: isPart && !wantsAll ? () => setWantsAll(true) : undefined,
  };
}

/** The state with some more of its tasks. What the state itself tells of one is newer. */
function withTasks(
  state: InstanceState,
  more: readonly TaskState[],
): InstanceState {
  const { tasksLeftOut = 0, ...rest } = state;
  const told = new Set(state.tasks.map(({ key }) => key));
  const added = more.filter(({ key }) => !told.has(key));
  const left = Math.max(0, tasksLeftOut - added.length);
  return {
    ...rest,
    tasks: [...added, ...state.tasks],
    ...(left > 0 && { tasksLeftOut: left }),
  };
}
