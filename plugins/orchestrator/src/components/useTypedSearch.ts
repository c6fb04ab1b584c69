import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;

/** Text as it is typed; it becomes the search after a pause. */
export interface TypedSearch {
  readonly text: string;
  readonly type: (text: string) => void;
}

/**
 * Lets a person type without searching at each key.
 *
 * @param wanted - the search in force; when it changes from outside (Back), the text follows
 * @param onSearch - told the text once the typing has paused
 */
export function useTypedSearch(
  wanted: string,
  onSearch: (text: string) => void,
): TypedSearch {
  const [typed, setTyped] = useState<string>();
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      search.current(typed);
      setTyped(undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return { text: typed ?? wanted, type: setTyped };
}
