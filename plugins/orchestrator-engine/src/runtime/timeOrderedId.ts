import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562): ids made one after the other stand beside each other in an index, so that a database with
 * millions of old rows writes a few pages of it again and again, and not one somewhere for each row.
 *
 * @param now - milliseconds since the epoch
 */
export function timeOrderedId(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 + (bytes[6] % 0x10);
  bytes[8] = 0x80 + (bytes[8] % 0x40);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
