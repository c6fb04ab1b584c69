import { useApi } from '@backstage/frontend-plugin-api';
import type { LogPage } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { orchestratorApiRef } from './OrchestratorClient';

/** A line of what a run has to say to people. */
export type LogLine = LogPage['items'][number];

/** How grave a line is. */
export type LogLevel = LogLine['level'];

/** Which lines of a log. */
export interface LogSearch {
  /** This level and graver ones. */
  readonly level: LogLevel;
  /** Key of a task, of which alone lines are wanted. */
  readonly task?: string;
  /** Offset of a line that is to be among the first that are loaded. */
  readonly line?: number;
  /** Whether all of it is wanted, as for a search, however long it is. */
  readonly isWhole?: boolean;
}

/** The part of a log that has been loaded, oldest first. */
export interface LoadedLog {
  /** Absent until the first page is there. */
  readonly lines?: readonly LogLine[];
  readonly error: unknown;
  readonly reload: () => void;
  /** Whether what is older than what is loaded is being loaded. */
  readonly isLoadingAll: boolean;
  /** Loads all that is older than what is loaded; absent when nothing is, and while it does. */
  readonly loadAll?: () => void;
}

/** A page, and how far the log was known to go when it was asked for. */
type PageThen = LogPage & { readonly head: number };

interface Part {
  readonly after: number;
  /** The last line that is wanted, where that is known. */
  readonly upTo?: number;
}

const PAGE_SIZE = 1000;
/** A log that is not longer is loaded as a whole. */
const FEW = 5 * PAGE_SIZE;
const LINES_BEFORE = 100;

/**
 * Reads a log from its end, and new lines as they are written. The lines of a level or of a task are few: these are read from
 * the beginning.
 *
 * @param head - number of the newest event that is known; each event is a line
 */
export function useLogLines(
  instanceId: string,
  { level, task, line, isWhole = false }: LogSearch,
  head: number,
): LoadedLog {
  const api = useApi(orchestratorApiRef);
  const isUnfiltered = level === 'info' && task === undefined;
  const [isAsked, setAsked] = useState(head <= FEW);
  const wantsAll = isAsked || isWhole;
  const { data, error, isFetching, ...query } = useInfiniteQuery({
    queryKey: ['log', instanceId, level, task],
    queryFn: async ({ pageParam: { after, upTo = Infinity }, signal }) => {
      const page = await api.getInstanceLogs(
        { instanceId, level, task, after, limit: PAGE_SIZE },
        { signal },
      );
      const items = page.items.filter(({ offset }) => offset <= upTo);
      return { ...page, items, head };
    },
    initialPageParam: firstPart(isUnfiltered ? head : 0, line),
    getNextPageParam: ({ next }): Part => ({ after: next }),
    getPreviousPageParam: (_page, _pages, { after }) => partBefore(after),
    staleTime: Infinity,
  });
  const { fetchNextPage, fetchPreviousPage, hasPreviousPage } = query;
  useEffect(() => {
    if (!data || isFetching || error) return;
    if (isBehind(data.pages, head)) fetchNextPage();
    else if (wantsAll && hasPreviousPage) fetchPreviousPage();
  }, [
    data,
    head,
    isFetching,
    error,
    fetchNextPage,
    wantsAll,
    hasPreviousPage,
    fetchPreviousPage,
  ]);
  const lines = useMemo(
    () => data?.pages.flatMap(({ items }) => items),
    [data],
  );
  return {
    lines,
    error,
    reload: () => query.refetch(),
    isLoadingAll: hasPreviousPage && wantsAll && !error,
    loadAll: hasPreviousPage && !wantsAll ? () => setAsked(true) : undefined,
  };
}

/** Whether there is more after the pages than they have. */
function isBehind(pages: readonly PageThen[], head: number): boolean {
  const last = pages.at(-1);
  if (!last) return false;
  return last.items.length >= PAGE_SIZE || last.head < head;
}

/** The last page of so many lines, or an earlier one with the line that is wanted. */
function firstPart(length: number, line = length): Part {
  const lastPage = length - PAGE_SIZE;
  return { after: Math.max(0, Math.min(lastPage, line - LINES_BEFORE)) };
}

function partBefore(after: number): Part | undefined {
  if (after === 0) return undefined;
  return { after: Math.max(0, after - PAGE_SIZE), upTo: after };
}
