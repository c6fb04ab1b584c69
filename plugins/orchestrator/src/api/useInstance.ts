import { useApi } from '@backstage/frontend-plugin-api';
import type { WatchItem } from '@stagecraft/backstage-plugin-orchestrator-common';
import { useEffect, useState } from 'react';
import { FrameBatch } from './FrameBatch';
import { orchestratorApiRef } from './OrchestratorClient';
import {
  cutOff,
  foldWatch,
  shownConnection,
  unwatched,
  type WatchedInstance,
} from './watchedInstance';

/** A watched instance, and a way to begin anew after an error. */
export interface FollowedInstance extends WatchedInstance {
  readonly retry: () => void;
}

/** Follows an instance live for as long as the component is there. */
export function useInstance(instanceId: string): FollowedInstance {
  const api = useApi(orchestratorApiRef);
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
