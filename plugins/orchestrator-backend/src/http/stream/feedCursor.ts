/**
 * Ids of places in the feed of all logs. A cursor begins with a number that grows along the feed; what follows it may name an
 * instance, so clients get it only with events of instances that they may see. The number alone is a place at or shortly before.
 */

/** Id of an event that the client is told of. */
export function eventIdAt(cursor: string): string {
  return `g.${cursor}`;
}

/** Id of a place in the feed, whatever is there: what comes after it may hold some of what came before the cursor. */
export function placeIdAt(cursor: string): string {
  return `g.${numberOf(cursor)}`;
}

/** No longer numbers than databases have, nor a character that they refuse. */
const FEED_ID = /^g\.(\d{1,18})(\.\d{1,9}\.[^\0]*)?$/;

/** The cursor that an id stands for; `undefined` for what never was such an id. A number alone is before all that is there. */
export function parseFeedId(id: string): string | undefined {
  const [, number, rest = '.0.'] = FEED_ID.exec(id) ?? [];
  return number && `${number}${rest}`;
}

/** Whether a cursor is further along the feed than another by its number. */
export function isAhead(cursor: string, of: string): boolean {
  return numberOf(cursor) > numberOf(of);
}

function numberOf(cursor: string): bigint {
  return BigInt(cursor.split('.', 1)[0]);
}
