import type { TaskRef } from '../events';

/**
 * Keys of the `try` tasks whose repeated attempts a task may be part of.
 *
 * A `try` runs in the scope before the attempt's step: around `/do/0/guard/try/0/fetch[3.a2]` is `/do/0/guard[3]`.
 */
export function tryKeysAround({ ref, runId }: TaskRef): string[] {
  const scope = runId.slice(ref.length + 1, -1).split('.');
  const scopesOfTries = scope
    .flatMap((step, index) =>
      step.startsWith('a') ? [scope.slice(0, index).join('.')] : [],
    )
    .map(outer => (outer ? `[${outer}]` : ''));
  const refsOfTries = [...ref.matchAll(/\/try\/\d+\//g)].map(match =>
    ref.slice(0, match.index),
  );
  return refsOfTries.flatMap(tryRef =>
    scopesOfTries.map(outer => `${tryRef}${outer}`),
  );
}
