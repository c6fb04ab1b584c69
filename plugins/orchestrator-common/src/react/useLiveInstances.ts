import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EventsWatchItem } from '../EventsWatch';
import type { EventSelection, OrchestratorApi } from '../OrchestratorApi';
import { ORCHESTRATOR_QUERIES } from './queries';
import type { FollowedInstance } from './useWatchInstance';
import { connectionOf, cutOff, unwatched } from './watchedInstance';

/** How often lists are read anew at most. */
const EVERY_MS = 1_000;

/** How current lists of instances are, and a way to begin anew after an error that no retry mends. @public */
export type LiveInstances = Pick<
  FollowedInstance,
  'connection' | 'error' | 'retry'
>;

/**
 * Has lists of instances read anew when one of those selected begins, ends or changes its status, for as long as the component is
 * there.
 *
 * Lists can still be read when they cannot be followed: then they are as old as `connection` says.
 *
 * @public
 */
export function useLiveInstances(
  api: Pick<OrchestratorApi, 'watchEvents'>,
  selection: EventSelection = {},
): LiveInstances {
  const queries = useQueryClient();
  const [followed, setFollowed] = useState(unwatched);
  const [tries, setTries] = useState(0);
  const selected = JSON.stringify(selection);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const refresh = atMostEvery(EVERY_MS, () => void invalidate(queries));
    const follow = async () => {
      setFollowed(unwatched);
      for await (const item of api.watchEvents(JSON.parse(selected), {
        signal,
        pausesOutOfSight: true,
      })) {
        if (changesLists(item)) refresh.ask();
        if (item.type === 'connection') {
          setFollowed({
            connection: connectionOf(item, new Date().toISOString()),
            error: item.error,
          });
        }
      }
    };
    follow().catch(error => {
      if (signal.aborted) return;
      setFollowed(before => cutOff(before, error, new Date().toISOString()));
    });
    return () => {
      leaving.abort();
      refresh.cancel();
    };
  }, [api, queries, selected, tries]);
  const { connection, error } = followed;
  return { connection, error, retry: () => setTries(count => count + 1) };
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
