import type { DrawableEdge } from '../Drawable';
import { Fragment } from './Fragment';
import { GAP, type LayoutSettings, type Route, type Size } from './GraphLayout';

/** How far inside its box a task's containers stand. */
const MARGIN = 12;

/** A task that holds others: its heading, and below it its containers side by side, with the edges between these. */
export function arrangeLanes(
  id: string,
  heading: Size,
  lanes: readonly Fragment[],
  edges: readonly DrawableEdge[],
  { labelSizeOf }: LayoutSettings,
): Fragment {
  const labels = edges.map(({ label }) => label && labelSizeOf(label));
  const between = Math.max(
    GAP,
    ...labels.map(label => (label ? label.width + GAP : 0)),
  );
  const inner = innerSize(lanes, between);
  const width = Math.max(heading.width, inner.width + 2 * MARGIN);
  const top = heading.height;
  const box = Fragment.box(id, { width, height: top + inner.height + MARGIN });
  const left = Math.round((width - inner.width) / 2);
  placeInRow(box, lanes, { x: left, y: top }, between);
  edges.forEach((edge, index) => {
    const x = left + lanes[0].width;
    box.route(edge.id, across(x, top + GAP, between, labels[index]));
  });
  return box;
}

function innerSize(lanes: readonly Fragment[], between: number): Size {
  const widths = lanes.reduce((sum, lane) => sum + lane.width, 0);
  return {
    width: widths + between * (lanes.length - 1),
    height: Math.max(...lanes.map(({ height }) => height)),
  };
}

function placeInRow(
  box: Fragment,
  lanes: readonly Fragment[],
  start: { readonly x: number; readonly y: number },
  between: number,
): void {
  let { x } = start;
  for (const lane of lanes) {
    box.place(lane, { x, y: start.y });
    x += lane.width + between;
  }
}

/** From one container to its neighbour. */
function across(
  x: number,
  y: number,
  width: number,
  label: Size | '' | undefined,
): Route {
  const points = [
    { x, y },
    { x: x + width, y },
  ];
  if (!label) return { points };
  const left = x + Math.round((width - label.width) / 2);
  const top = y - Math.round(label.height / 2);
  return { points, label: { ...label, x: left, y: top } };
}
