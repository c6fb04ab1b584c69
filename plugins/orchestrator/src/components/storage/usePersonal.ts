import {
  identityApiRef,
  storageApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useObservable from 'react-use/esm/useObservable';

/** A value that the portal keeps for one person. */
export interface Personal<T> {
  /** Undefined as long as it is not known, and when there is none. */
  readonly value: T | undefined;
  readonly set: (value: T) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * A value that the portal keeps for the person who is signed in: others who use the same browser have their own.
 *
 * @param folder - what kind of value it is, e.g. `drafts`
 * @param name - which of them
 */
export function usePersonal<T extends JsonValue>(
  folder: string,
  name: string,
): Personal<T> {
  const storage = useApi(storageApiRef);
  const identity = useApi(identityApiRef);
  const me = useAsync(() => identity.getBackstageIdentity(), [identity]);
  const key = `${me.value?.userEntityRef ?? 'unknown'} ${name}`;
  const bucket = useMemo(
    () => storage.forBucket('orchestrator').forBucket(folder),
    [storage, folder],
  );
  const changes = useMemo(() => bucket.observe$<T>(key), [bucket, key]);
  const latest = useObservable(changes);
  const known = latest?.key === key ? latest : bucket.snapshot<T>(key);
  const whenKnown = async (act: () => Promise<void>) => {
    if (me.value) return act();
    throw new Error('It is not known yet who is signed in; try it again');
  };
  return {
    value: me.value && known.value,
    set: value => whenKnown(() => bucket.set(key, value)),
    remove: () => whenKnown(() => bucket.remove(key)),
  };
}
