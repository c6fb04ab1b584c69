import { readCursor, writeCursor } from './cursor';

interface OffsetPlace {
  readonly offset: number;
}

/** Where to go on in a list that only grows at its beginning or not at all. */
export function readOffset(cursor: string | undefined): number {
  return readCursor<OffsetPlace>(cursor, isOffsetPlace)?.offset ?? 0;
}

/** The cursor of the next page; `undefined` on the last one. @param items - one more than the page has, if there is more */
export function nextOffset(
  items: readonly unknown[],
  offset: number,
  limit: number,
): string | undefined {
  return items.length > limit
    ? writeCursor({ offset: offset + limit })
    : undefined;
}

function isOffsetPlace(value: object): value is OffsetPlace {
  return (
    'offset' in value &&
    Number.isSafeInteger(value.offset) &&
    Number(value.offset) >= 0
  );
}
