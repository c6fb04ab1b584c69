import { usePersonal } from '../../../components/storage/usePersonal';

/** Filters of a list under a name. */
export type SavedView = {
  readonly name: string;
  /** The list's part of the address, without the page. */
  readonly query: string;
};

/** The views of a list that the person has saved. */
export interface SavedViews {
  /** By name. */
  readonly views: readonly SavedView[];
  /** Keeps a view; one of the same name is replaced. */
  readonly save: (view: SavedView) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** Views of the list with this name, which the portal keeps for each person. */
export function useSavedViews(list: string): SavedViews {
  const kept = usePersonal<SavedView[]>('views', list);
  const views = kept.value ?? [];
  const without = (name: string) => views.filter(view => view.name !== name);
  return {
    views,
    save: view =>
      kept.set(
        [...without(view.name), view].sort((a, b) =>
          a.name.localeCompare(b.name),
        ),
      ),
    remove: name => kept.set(without(name)),
  };
}
