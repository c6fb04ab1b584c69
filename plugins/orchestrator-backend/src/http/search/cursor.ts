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

/** Whether a value is a place in a list that is ordered by a time, then by a text: by these members of its items. */
export function isPlaceBy<Place extends object>(
  time: keyof Place & string,
  text: keyof Place & string,
): (value: object) => value is Place {
  return (value): value is Place => {
    const members = new Map<string, unknown>(Object.entries(value));
    return Number.isSafeInteger(members.get(time)) && isText(members.get(text));
  };
}

/** Whether it is a text that a database can look for: one without a NUL character. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
