import { randomUUID } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562): ids made one after the other stand beside each other in an index, so that a database with
 * millions of old rows writes a few pages of it again and again, and not one somewhere for each row.
 *
 * @param now - milliseconds since the epoch
 */
export function timeOrderedId(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(RANDOM_FROM)}`;
}

/** What comes after the digit of the version in a random UUID, which has the variant and the random digits that this version has. */
const RANDOM_FROM = 15;
