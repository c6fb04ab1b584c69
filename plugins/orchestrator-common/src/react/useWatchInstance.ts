import { useEffect, useState } from 'react';
import type { WatchItem } from '../InstanceWatch';
import type { OrchestratorApi } from '../OrchestratorApi';
import { FrameBatch } from './FrameBatch';
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
 * @public
 */
export function useWatchInstance(
  api: Pick<OrchestratorApi, 'watchInstance'>,
  instanceId: string,
): FollowedInstance {
  const [watched, setWatched] = useState(unwatched);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const batch = new FrameBatch<WatchItem>(items =>
      setWatched(before => foldWatch(before, items, new Date().toISOString())),
    );
    const follow = async () => {
      setWatched(unwatched);
      const { signal } = leaving;
      for await (const item of api.watchInstance(instanceId, { signal })) {
        batch.add(item);
      }
    };
    follow().catch(error => {
      if (!leaving.signal.aborted) {
        setWatched(before => cutOff(before, error, new Date().toISOString()));
      }
    });
    return () => {
      leaving.abort();
      batch.close();
    };
  }, [api, instanceId, tries]);
  return {
    ...watched,
    connection: shownConnection(watched),
    retry: () => setTries(count => count + 1),
  };
}
