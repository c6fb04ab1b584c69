import type { Cell } from './Cell';
import type { Fragment } from './Fragment';
import { GAP } from './GraphLayout';
import { bySide, portOffsets, type Link } from './Link';
import { spreadInRow } from './spreadInRow';

/** A node before it has a place in its row. */
export interface Item {
  readonly id: string;
  readonly fragment: Fragment;
  readonly isPoint: boolean;
}

/**
 * Places the nodes of each row as near as can be below those of the row before that lead to them, in the order in which the
 * lines come from there.
 *
 * @param linksFrom - by the id of the node that they leave
 */
export function placeCells(
  rows: readonly (readonly Item[])[],
  linksFrom: ReadonlyMap<string, readonly Link[]>,
): readonly Cell[] {
  const arrivals = new Map<string, number[]>();
  return rows.flatMap((items, row) => {
    const cells = placeRow(items, row, arrivals);
    for (const cell of cells) {
      noteArrivals(cell, linksFrom.get(cell.id) ?? [], arrivals);
    }
    return cells;
  });
}

function placeRow(
  items: readonly Item[],
  row: number,
  arrivals: ReadonlyMap<string, readonly number[]>,
): readonly Cell[] {
  const wishes = items
    .map(item => ({
      ...item,
      width: item.fragment.width,
      wanted: mean(arrivals.get(item.id) ?? []),
    }))
    .sort((left, right) => left.wanted - right.wanted);
  const centres = spreadInRow(wishes, GAP);
  return wishes.map(({ id, fragment, isPoint }, index) => ({
    id,
    fragment,
    isPoint,
    row,
    x: centres[index],
  }));
}

/** Where the lines that leave a node would arrive in the next row if they ran straight down. */
function noteArrivals(
  { x, fragment, isPoint }: Cell,
  links: readonly Link[],
  arrivals: Map<string, number[]>,
): void {
  const sorted = bySide(links);
  const offsets = portOffsets(sorted, isPoint ? 0 : fragment.width);
  sorted.forEach(({ edge, way }, index) => {
    if (way !== 'down') return;
    const known = arrivals.get(edge.to);
    if (known) known.push(x + offsets[index]);
    else arrivals.set(edge.to, [x + offsets[index]]);
  });
}

function mean(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.length === 0 ? 0 : sum / values.length;
}
