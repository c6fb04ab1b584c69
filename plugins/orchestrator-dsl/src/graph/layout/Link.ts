import type { DrawableEdge } from '../Drawable';

/** How an edge runs: to the next row, to one further down past those between, or up again (also to its own row). */
export type Way = 'down' | 'skip' | 'back';

/** An edge of which the rows of both ends are known. */
export interface Link {
  readonly edge: DrawableEdge;
  readonly way: Way;
}

/** The edge with how it runs. @param rowOf - the row of each node, by its id */
export function linkOf(
  edge: DrawableEdge,
  rowOf: ReadonlyMap<string, number>,
): Link {
  const rows = rowOf.get(edge.to)! - rowOf.get(edge.from)!;
  if (rows < 1) return { edge, way: 'back' };
  return { edge, way: rows === 1 ? 'down' : 'skip' };
}

/** Lines on the way back leave to the left of those on the way down, lines on the way past to their right. */
const SIDES: readonly Way[] = ['back', 'down', 'skip'];

/** Links by the side of a box on which they begin or end, else in the order in which they come. */
export function bySide(links: readonly Link[]): readonly Link[] {
  return SIDES.flatMap(side => links.filter(({ way }) => way === side));
}

/**
 * How far from the middle of a box each of these lines begins or ends: evenly, those on the way down around the middle.
 *
 * @param links - in the order from left to right
 */
export function portOffsets(
  links: readonly Link[],
  width: number,
): readonly number[] {
  const before = links.filter(({ way }) => way === 'back').length;
  const amid = links.filter(({ way }) => way === 'down').length;
  const middle = before + (amid - 1) / 2;
  const reach = Math.max(middle, links.length - 1 - middle);
  const step = width / (2 * reach + 2);
  return links.map((_, index) => Math.round((index - middle) * step));
}
