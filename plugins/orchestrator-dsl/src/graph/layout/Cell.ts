import type { Fragment } from './Fragment';

/** A node in a row of its container. */
export interface Cell {
  readonly id: string;
  readonly fragment: Fragment;
  /** Whether its lines may all leave and arrive at the same place. */
  readonly isPoint: boolean;
  readonly row: number;
  /** Centre, measured from anywhere. */
  readonly x: number;
}

/** Its left edge, on the scale of `x`. */
export function leftOf({ x, fragment }: Cell): number {
  return x - Math.floor(fragment.width / 2);
}

/** Its right edge, on the scale of `x`. */
export function rightOf(cell: Cell): number {
  return leftOf(cell) + cell.fragment.width;
}
