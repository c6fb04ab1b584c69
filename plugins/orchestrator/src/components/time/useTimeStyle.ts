import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';

/** How times are written: how long ago they are, by the reader's clock, or in UTC. */
export const TIME_STYLES = ['relative', 'local', 'utc'] as const;

/** One of {@link TIME_STYLES}. */
export type TimeStyle = (typeof TIME_STYLES)[number];

const KEY = 'timeStyle';

/** How the person wants times to be written on all pages, and the way to change it; the portal keeps it. */
export function useTimeStyle(): readonly [
  TimeStyle,
  (style: TimeStyle) => void,
] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket('orchestrator'), [storage]);
  const changes = useMemo(() => bucket.observe$<string>(KEY), [bucket]);
  const { value } = useObservable(changes, bucket.snapshot<string>(KEY));
  const style = TIME_STYLES.find(one => one === value) ?? 'relative';
  const choose = useCallback(
    (next: TimeStyle) => {
      bucket.set(KEY, next);
    },
    [bucket],
  );
  return [style, choose];
}
