import type { Cell } from './Cell';
import type { LayoutSettings, Size } from './GraphLayout';
import { groupBy } from './groupBy';
import { bySide, portOffsets, type Link, type Way } from './Link';

/** An edge of which it is known where it leaves and where it arrives. */
export interface Wire {
  readonly edgeId: string;
  readonly way: Way;
  readonly source: Cell;
  readonly target: Cell;
  readonly sourceX: number;
  readonly targetX: number;
  readonly label?: Size;
}

/** All edges of a container with the places at which they leave and arrive. */
export function wiresOf(
  links: readonly Link[],
  cells: readonly Cell[],
  { labelSizeOf }: LayoutSettings,
): readonly Wire[] {
  const byId = new Map(cells.map(cell => [cell.id, cell]));
  const leaving = ports(links, byId, 'from', 'to');
  const arriving = ports(links, byId, 'to', 'from');
  return links.map(({ edge, way }) => ({
    edgeId: edge.id,
    way,
    source: byId.get(edge.from)!,
    target: byId.get(edge.to)!,
    sourceX: leaving.get(edge.id)!,
    targetX: arriving.get(edge.id)!,
    label: edge.label === undefined ? undefined : labelSizeOf(edge.label),
  }));
}

/** Where each edge touches the node at its one end, sorted by where the node at the other end stands. */
function ports(
  links: readonly Link[],
  cells: ReadonlyMap<string, Cell>,
  end: 'from' | 'to',
  otherEnd: 'from' | 'to',
): ReadonlyMap<string, number> {
  const byCell = groupBy(links, ({ edge }) => edge[end]);
  const places = new Map<string, number>();
  for (const [id, own] of byCell) {
    const { x, fragment, isPoint } = cells.get(id)!;
    const xOf = ({ edge }: Link) => cells.get(edge[otherEnd])!.x;
    const sorted = bySide([...own].sort((a, b) => xOf(a) - xOf(b)));
    const offsets = portOffsets(sorted, isPoint ? 0 : fragment.width);
    sorted.forEach(({ edge }, index) => {
      places.set(edge.id, x + offsets[index]);
    });
  }
  return places;
}
