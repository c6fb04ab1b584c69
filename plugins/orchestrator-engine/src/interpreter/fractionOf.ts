import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on nothing but the seed: randomness that a replay repeats. */
export function fractionOf(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
}
