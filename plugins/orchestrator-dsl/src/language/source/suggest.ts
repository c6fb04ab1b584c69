import { closest, distance } from 'fastest-levenshtein';

/** Longer names are no slips of the pen, and cost too much to compare. */
const MAX_LENGTH = 64;

/**
 * The candidate that was probably meant: at most a third of its letters differ, or two neighbours have changed places,
 * ignoring case.
 *
 * @public
 */
export function suggest(
  text: string,
  candidates: readonly string[],
): string | undefined {
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  const lower = text.toLowerCase();
  const byLower = new Map(
    candidates
      .filter(name => isSimilarLength(name, lower))
      .map(name => [name.toLowerCase(), name]),
  );
  if (byLower.size === 0) return undefined;
  const swapped = [...byLower.keys()].find(name => isSwapOf(name, lower));
  if (swapped !== undefined) return byLower.get(swapped);
  const nearest = closest(lower, [...byLower.keys()]);
  return distance(lower, nearest) <= allowedDistance(nearest)
    ? byLower.get(nearest)
    : undefined;
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

/** Whether two texts differ by two neighbouring letters that have changed places. */
function isSwapOf(name: string, text: string): boolean {
  if (name.length !== text.length) return false;
  const at = [...name].findIndex((_, index) => name[index] !== text[index]);
  return (
    at >= 0 &&
    `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}` ===
      name
  );
}

function isSimilarLength(name: string, text: string): boolean {
  return Math.abs(name.length - text.length) <= allowedDistance(name);
}

function allowedDistance(name: string): number {
  return Math.max(1, Math.floor(name.length / 3));
}
