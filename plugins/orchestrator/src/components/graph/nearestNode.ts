import type { Box } from '@stagecraft/backstage-plugin-orchestrator-dsl/graph';

/** Where to go from a node. */
export type Direction = 'up' | 'down' | 'left' | 'right';

/** How much farther something aside seems than something straight ahead. */
const ASIDE = 3;
/** How high the part of an open box is that is its own, not of what it holds. */
const HEAD = 52;

/**
 * The node that lies next in a direction; undefined when none does. Boxes that hold others count from their heads, so that down
 * from one leads into it.
 *
 * @param boxes - those to choose from, by the ids of their nodes
 */
export function nearestNode(
  boxes: ReadonlyMap<string, Box>,
  from: string,
  direction: Direction,
): string | undefined {
  const start = boxes.get(from);
  if (!start) return undefined;
  let nearest: { readonly id: string; readonly distance: number } | undefined;
  for (const [id, box] of boxes) {
    const distance = distanceTo(start, box, direction);
    if (id === from || distance === undefined) continue;
    if (!nearest || distance < nearest.distance) nearest = { id, distance };
  }
  return nearest?.id;
}

function headOf({ height, ...box }: Box): Box {
  return { ...box, height: Math.min(height, HEAD) };
}

/** How far another box seems; undefined when it does not lie in the direction. */
function distanceTo(
  from: Box,
  to: Box,
  direction: Direction,
): number | undefined {
  const [here, there] = [headOf(from), headOf(to)];
  const isVertical = direction === 'up' || direction === 'down';
  const isBackwards = direction === 'up' || direction === 'left';
  const along = isVertical ? 'y' : 'x';
  const across = isVertical ? 'x' : 'y';
  const ahead =
    (middle(there, along) - middle(here, along)) * (isBackwards ? -1 : 1);
  const aside = gap(here, there, across);
  if (ahead < 1 || aside > ahead) return undefined;
  if (!isVertical && contains(to, from)) return undefined;
  return ahead + aside * ASIDE;
}

function contains(outer: Box, inner: Box): boolean {
  const isWithin = (axis: Axis) =>
    outer[axis] <= inner[axis] &&
    outer[axis] + lengthOn(outer, axis) >= inner[axis] + lengthOn(inner, axis);
  return isWithin('x') && isWithin('y');
}

type Axis = 'x' | 'y';

function lengthOn({ width, height }: Box, axis: Axis): number {
  return axis === 'x' ? width : height;
}

function middle(box: Box, axis: Axis): number {
  return box[axis] + lengthOn(box, axis) / 2;
}

/** The space between two boxes on an axis; 0 where they overlap. */
function gap(a: Box, b: Box, axis: Axis): number {
  const [first, second] = a[axis] < b[axis] ? [a, b] : [b, a];
  return Math.max(0, second[axis] - first[axis] - lengthOn(first, axis));
}
