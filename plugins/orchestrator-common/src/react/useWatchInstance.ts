import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WatchItem } from '../InstanceWatch';
import type { OrchestratorApi } from '../OrchestratorApi';
import { FrameBatch } from './FrameBatch';
import { untilWorthALook } from './untilWorthALook';
import {
  cutOff,
  foldWatch,
  shownConnection,
  unwatched,
  type WatchedInstance,
} from './watchedInstance';

/** A watched instance, and a way to begin anew after an error. @public */
export interface FollowedInstance extends WatchedInstance {
  readonly retry: () => void;
}

/**
 * Follows an instance live for as long as the component is there. Renders at most once per animation frame.
 *
 * While the page is out of sight for long it rests; it goes on where it was when the page is back.
 * What has ended may be taken up again: it looks for that after every successful mutation, and when the page comes back into sight.
 *
 * @public
 */
export function useWatchInstance(
  api: Pick<OrchestratorApi, 'watchInstance'>,
  instanceId: string,
): FollowedInstance {
  const queries = useQueryClient();
  const [watched, setWatched] = useState(unwatched);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const batch = new FrameBatch<WatchItem>(items =>
      setWatched(before => foldWatch(before, items, new Date().toISOString())),
    );
    const follow = async () => {
      let after: string | undefined;
      setWatched(unwatched);
      while (!signal.aborted) {
        const options = { signal, after, pausesOutOfSight: true };
        for await (const item of api.watchInstance(instanceId, options)) {
          batch.add(item);
          after = cursorAfter(item) ?? after;
        }
        await untilWorthALook(queries, signal);
      }
    };
    follow().catch(error => {
      if (!signal.aborted) {
        // What was told before is not to be taken for newer than the error.
        batch.flush();
        setWatched(before => cutOff(before, error, new Date().toISOString()));
      }
    });
    return () => {
      leaving.abort();
      batch.close();
    };
  }, [api, instanceId, queries, tries]);
  return {
    ...watched,
    connection: shownConnection(watched),
    retry: () => setTries(count => count + 1),
  };
}

/** Where a watch stands after an item, if that has moved it. */
function cursorAfter(item: WatchItem): string | undefined {
  if (item.type === 'event') return item.event.id;
  if (item.type !== 'snapshot') return undefined;
  return `${item.state.epoch}.${item.state.seq}`;
}
