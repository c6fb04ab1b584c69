import { createHash } from 'node:crypto';

/** A UUID that depends on nothing but the seed: what a replay, or a second try, names alike. */
export function deterministicId(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return groups.join('-');
}
