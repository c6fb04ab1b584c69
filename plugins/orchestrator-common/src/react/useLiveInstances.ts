import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EventsWatchItem } from '../EventsWatch';
import type { EventSelection, OrchestratorApi } from '../OrchestratorApi';
import { ORCHESTRATOR_QUERIES } from './queries';

/** How often lists are read anew at most. */
const EVERY_MS = 1_000;

/**
 * Has lists of instances read anew when one of those selected begins, ends or changes its status, for as long as the component is
 * there.
 *
 * @param selection - keep it the same object as long as it says the same
 * @public
 */
export function useLiveInstances(
  api: Pick<OrchestratorApi, 'watchEvents'>,
  selection?: EventSelection,
): void {
  const queries = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    const refresh = atMostEvery(EVERY_MS, () => void invalidate(queries));
    const follow = async () => {
      const { signal } = leaving;
      for await (const item of api.watchEvents(selection, { signal })) {
        if (changesLists(item)) refresh.ask();
      }
    };
    // Lists can still be read when they cannot be followed.
    follow().catch(() => {});
    return () => {
      leaving.abort();
      refresh.cancel();
    };
  }, [api, queries, selection]);
}

function changesLists(item: EventsWatchItem): boolean {
  if (item.type === 'reset') return true;
  return item.type === 'event' && item.event.type.startsWith('instance.');
}

function invalidate(queries: QueryClient): Promise<void> {
  const queryKey = [ORCHESTRATOR_QUERIES, 'instances'];
  return queries.invalidateQueries({ queryKey });
}

function atMostEvery(ms: number, action: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined;
        action();
      }, ms);
    },
    cancel: () => clearTimeout(timer),
  };
}
