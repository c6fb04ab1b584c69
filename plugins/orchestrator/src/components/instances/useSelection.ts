import { useState } from 'react';

/** Which instances of a list somebody has chosen. */
export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  /** All that the list's filter finds and that were started before this moment, ISO 8601. */
  | { readonly kind: 'matching'; readonly before: string };

/** What a table tells of the rows that are marked in it. */
export type MarkedRows = 'all' | ReadonlySet<string | number>;

/** A selection, and the ways to change it. */
export interface SelectionState {
  readonly selection: Selection;
  /** Takes over what is marked among the rows of the page that is shown; those of other pages stay as they are. */
  readonly mark: (marked: MarkedRows, pageIds: readonly string[]) => void;
  readonly selectMatching: () => void;
  readonly clear: () => void;
}

const nothing: Selection = { kind: 'some', ids: new Set() };

/** Keeps a selection while one turns pages and while the list is renewed. */
export function useSelection(): SelectionState {
  const [selection, setSelection] = useState<Selection>(nothing);
  return {
    selection,
    mark: (marked, pageIds) =>
      setSelection(previous => ({
        kind: 'some',
        ids: new Set([
          ...idsApart(previous, pageIds),
          ...pageIds.filter(id => marked === 'all' || marked.has(id)),
        ]),
      })),
    selectMatching: () =>
      setSelection({ kind: 'matching', before: new Date().toISOString() }),
    clear: () => setSelection(nothing),
  };
}

function idsApart(selection: Selection, pageIds: readonly string[]) {
  if (selection.kind === 'matching') return [];
  return [...selection.ids].filter(id => !pageIds.includes(id));
}
