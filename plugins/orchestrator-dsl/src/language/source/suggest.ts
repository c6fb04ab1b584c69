import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant: at most a third of its letters differ, ignoring case.
 *
 * @internal
 */
export function suggest(
  text: string,
  candidates: readonly string[],
): string | undefined {
  if (text === '' || candidates.length === 0) return undefined;
  const lower = text.toLowerCase();
  const byLower = new Map(candidates.map(name => [name.toLowerCase(), name]));
  const nearest = closest(lower, [...byLower.keys()]);
  const limit = Math.max(1, Math.floor(nearest.length / 3));
  return distance(lower, nearest) <= limit ? byLower.get(nearest) : undefined;
}

/** A message with "did you mean", and the suggestion beside it. @internal */
export function withSuggestion(
  message: string,
  suggestion: string | undefined,
): { readonly message: string; readonly suggestion?: string } {
  return suggestion === undefined
    ? { message }
    : { message: `${message}; did you mean \`${suggestion}\`?`, suggestion };
}
