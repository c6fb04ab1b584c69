import { writeCursor } from './cursor';

const DEFAULT_SIZE = 50;

/** A page of a list as it is answered. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  /** The cursor of the next page; `undefined` on the last one. */
  readonly next: string | undefined;
}

/** How many items the page that a query asks for has. */
export function pageSizeOf({ limit }: { readonly limit?: number }): number {
  return Number(limit ?? DEFAULT_SIZE);
}

/**
 * A page of what was found where one more was asked for than the page has, to see if there is more.
 *
 * @param placeOf - the place of an item in the list, from which the next page goes on
 */
export function pageOf<Item>(
  found: readonly Item[],
  size: number,
  placeOf: (last: Item) => object,
): Paged<Item> {
  const items = found.slice(0, size);
  const last = items.at(-1);
  const hasNext = last !== undefined && found.length > size;
  return { items, next: hasNext ? writeCursor(placeOf(last)) : undefined };
}
