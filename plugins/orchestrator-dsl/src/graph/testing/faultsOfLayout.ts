import type { Box, GraphLayout, Point } from '../layout/GraphLayout';
import type { GraphContainer, WorkflowGraph } from '../WorkflowGraph';

/**
 * What is wrong with a layout: neighbours that overlap, things outside of what holds them, lines that run over a box of their
 * container or askew, labels upon each other.
 */
export function faultsOfLayout(
  graph: WorkflowGraph,
  layout: GraphLayout,
): readonly string[] {
  const shown = graph.containers.filter(({ id }) => layout.boxes.has(id));
  const owners = new Set(shown.map(({ owner }) => owner));
  return [
    ...[...owners].flatMap(owner => faultsOfLanes(shown, owner, layout)),
    ...shown.flatMap(container => faultsOfContainer(container, graph, layout)),
    ...faultsOfLabels(layout),
  ];
}

function faultsOfLanes(
  containers: readonly GraphContainer[],
  owner: string | undefined,
  layout: GraphLayout,
): readonly string[] {
  const ids = containers
    .filter(container => container.owner === owner)
    .map(({ id }) => id);
  return [...overlaps(ids, layout), ...outside(ids, owner, layout)];
}

function faultsOfContainer(
  { id, nodes }: GraphContainer,
  graph: WorkflowGraph,
  layout: GraphLayout,
): readonly string[] {
  const edges = graph.edges.filter(({ from }) => nodes.includes(from));
  return [
    ...overlaps(nodes, layout),
    ...outside(nodes, id, layout),
    ...edges.flatMap(edge => faultsOfRoute(edge.id, nodes, id, layout)),
  ];
}

function overlaps(
  ids: readonly string[],
  { boxes }: GraphLayout,
): readonly string[] {
  return ids.flatMap((one, index) =>
    ids
      .slice(index + 1)
      .filter(other => overlap(boxes.get(one)!, boxes.get(other)!))
      .map(other => `${one} overlaps ${other}`),
  );
}

function outside(
  ids: readonly string[],
  holder: string | undefined,
  { boxes, width, height }: GraphLayout,
): readonly string[] {
  const whole = { x: 0, y: 0, width, height };
  const around = holder === undefined ? whole : boxes.get(holder)!;
  return ids
    .filter(id => !isWithin(boxes.get(id)!, around))
    .map(id => `${id} reaches out of ${holder ?? 'the picture'}`);
}

function faultsOfRoute(
  id: string,
  nodes: readonly string[],
  container: string,
  { boxes, routes }: GraphLayout,
): readonly string[] {
  const { points } = routes.get(id)!;
  const lines = points.slice(1).map((end, index) => line(points[index], end));
  const isAskew = lines.some(({ width, height }) => width > 0 && height > 0);
  const crossed = nodes.filter(node =>
    lines.some(part => overlap(part, boxes.get(node)!)),
  );
  const isOut = !lines.every(part => isWithin(part, boxes.get(container)!));
  return [
    ...(isAskew ? [`${id} runs askew`] : []),
    ...(isOut ? [`${id} reaches out of ${container}`] : []),
    ...crossed.map(node => `${id} runs over ${node}`),
  ];
}

function faultsOfLabels({ routes }: GraphLayout): readonly string[] {
  const labels = [...routes].flatMap(([id, { label }]) =>
    label ? [{ id, label }] : [],
  );
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter(other => overlap(one.label, other.label))
      .map(other => `the labels of ${one.id} and ${other.id} overlap`),
  );
}

function line(from: Point, to: Point): Box {
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  return {
    x,
    y,
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** Touching is not overlapping; a line in a box is. */
function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
