import type { Point, Route } from './GraphLayout';
import { labelExtent, type Wiring } from './routeWires';
import type { Stack } from './stackRows';
import type { Wire } from './Wire';

/** The corners of a wire, and where its label stands. */
export function drawWire(
  wire: Wire,
  { channels, gutters }: Wiring,
  { rowTops, channelTops }: Stack,
): Route {
  const { edgeId, source, target, sourceX, targetX } = wire;
  const levelIn = (channel: number) =>
    channelTops[channel] + (channels[channel].lines.get(edgeId) ?? 0);
  const gutter = gutters.get(edgeId) ?? targetX;
  const first = levelIn(source.row + 1);
  const last = levelIn(target.row);
  const corners = [
    { x: sourceX, y: rowTops[source.row] + source.fragment.height },
    { x: sourceX, y: first },
    { x: gutter, y: first },
    { x: gutter, y: last },
    { x: targetX, y: last },
    { x: targetX, y: rowTops[target.row] },
  ];
  return { points: corners.filter(isCorner), ...labelAt(wire, first) };
}

/** Whether the line begins, ends or turns here. */
function isCorner(
  { x, y }: Point,
  index: number,
  points: readonly Point[],
): boolean {
  const before = points[index - 1];
  if (before?.x === x && before.y === y) return false;
  const after = points.find(
    (point, at) => at > index && (point.x !== x || point.y !== y),
  );
  if (!before || !after) return true;
  const isLevel = before.y === y && after.y === y;
  const isUpright = before.x === x && after.x === x;
  return !isLevel && !isUpright;
}

function labelAt(wire: Wire, level: number): Pick<Route, 'label'> {
  const extent = labelExtent(wire);
  if (!extent || !wire.label) return {};
  const { width, height } = wire.label;
  const y = level - Math.floor(height / 2);
  return { label: { x: extent.left, y, width, height } };
}
