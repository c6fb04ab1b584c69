import type { DrawableContainer, DrawableEdge } from '../Drawable';
import { leftOf, rightOf, type Cell } from './Cell';
import { drawWire } from './drawWire';
import { Fragment, moved } from './Fragment';
import { GAP, type LayoutSettings } from './GraphLayout';
import { groupBy } from './groupBy';
import { linkOf } from './Link';
import { placeCells, type Item } from './placeCells';
import { rankNodes } from './rankNodes';
import { routeWires, type Extent } from './routeWires';
import { stackRows } from './stackRows';
import { wiresOf, type Wire } from './Wire';

/** How far inside its box the content of a container stands. */
const MARGIN = GAP / 2;

/** The nodes of a container in rows from its start to its end, with the edges between them. */
export function arrangeRows(
  container: DrawableContainer,
  items: readonly Item[],
  edges: readonly DrawableEdge[],
  settings: LayoutSettings,
): Fragment {
  const rowOf = rankNodes(container.nodes, edges);
  const links = edges.map(edge => linkOf(edge, rowOf));
  const cells = placeCells(
    rowsOf(items, rowOf),
    groupBy(links, ({ edge }) => edge.from),
  );
  const wires = wiresOf(links, cells, settings);
  return assemble(container, cells, wires, settings);
}

function rowsOf(
  items: readonly Item[],
  rowOf: ReadonlyMap<string, number>,
): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  for (const item of items) (rows[rowOf.get(item.id)!] ??= []).push(item);
  return rows;
}

function assemble(
  { id, label }: DrawableContainer,
  cells: readonly Cell[],
  wires: readonly Wire[],
  { labelSizeOf }: LayoutSettings,
): Fragment {
  const wiring = routeWires(wires, extentOf(cells), lastRow(cells) + 1);
  const stack = stackRows(cells, wiring.channels);
  const heading = labelSizeOf(label ?? '');
  const { left, right } = wiring.extent;
  const top = MARGIN + (label === undefined ? 0 : heading.height);
  const shift = { x: MARGIN - left, y: top };
  const box = Fragment.box(id, {
    width: Math.max(right - left, heading.width) + 2 * MARGIN,
    height: top + stack.height + MARGIN,
  });
  for (const cell of cells) {
    const [x, y] = [leftOf(cell), stack.rowTops[cell.row]];
    box.place(cell.fragment, { x: x + shift.x, y: y + shift.y });
  }
  for (const wire of wires) {
    box.route(wire.edgeId, moved(drawWire(wire, wiring, stack), shift));
  }
  return box;
}

function extentOf(cells: readonly Cell[]): Extent {
  return {
    left: Math.min(...cells.map(leftOf)),
    right: Math.max(...cells.map(rightOf)),
  };
}

function lastRow(cells: readonly Cell[]): number {
  return Math.max(...cells.map(({ row }) => row));
}
