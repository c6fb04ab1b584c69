import { focusManager, type QueryClient } from '@tanstack/react-query';

/**
 * Resolves when what has ended may have been taken up again: something was done by a mutation of these queries, or the page
 * comes back into sight. Also once `signal` is aborted.
 */
export function untilWorthALook(
  queries: QueryClient,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    const over = new AbortController();
    const finish = () => {
      over.abort();
      resolve();
    };
    const ends = [
      queries.getMutationCache().subscribe(({ type, mutation }) => {
        const isDone = mutation?.state.status === 'success';
        if (type === 'updated' && isDone) finish();
      }),
      focusManager.subscribe(isFocused => {
        if (isFocused) finish();
      }),
    ];
    signal.addEventListener('abort', finish, { signal: over.signal });
    over.signal.addEventListener('abort', () => ends.forEach(end => end()));
    if (signal.aborted) finish();
  });
}
