import { RequestInvalidError } from '../errors/RequestInvalidError';

/** A place in a list as a cursor that clients pass back unread. */
export function writeCursor(place: object): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/**
 * Reads what {@link writeCursor} has written.
 *
 * @param isPlace - whether it is a place in this list
 * @throws {@link RequestInvalidError} it was not written for this list
 */
export function readCursor<T>(
  cursor: string | undefined,
  isPlace: (value: object) => value is T & object,
): T | undefined {
  if (cursor === undefined) return undefined;
  const place = parsed(cursor);
  if (typeof place === 'object' && place !== null && isPlace(place)) {
    return place;
  }
  throw new RequestInvalidError([
    {
      pointer: '/query/cursor',
      message: 'must be the "next" of a page of this list',
    },
  ]);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
