import type { DrawableEdge } from '../Drawable';

/**
 * The row of each node, from 0: an edge leads to a later row, unless it leads back. The first node is in the first row alone,
 * the last in the last.
 */
export function rankNodes(
  ids: readonly string[],
  edges: readonly DrawableEdge[],
): ReadonlyMap<string, number> {
  const order = topologicalOrder(ids, targetsBySource(edges));
  const position = new Map(order.map((id, index) => [id, index]));
  const isForward = ({ from, to }: DrawableEdge) =>
    position.get(from)! < position.get(to)!;
  const forward = targetsBySource(edges.filter(isForward));
  const rows = new Map(ids.map((id, index) => [id, index === 0 ? 0 : 1]));
  for (const id of order) {
    const below = rows.get(id)! + 1;
    for (const to of forward.get(id) ?? []) {
      rows.set(to, Math.max(rows.get(to)!, below));
    }
  }
  return withLastAlone(rows, ids);
}

function withLastAlone(
  rows: Map<string, number>,
  ids: readonly string[],
): ReadonlyMap<string, number> {
  const others = ids.slice(0, -1).map(id => rows.get(id)!);
  return rows.set(ids[ids.length - 1], Math.max(...others) + 1);
}

function targetsBySource(
  edges: readonly DrawableEdge[],
): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = targets.get(from);
    if (known) known.push(to);
    else targets.set(from, [to]);
  }
  return targets;
}

/** Each node before those that it leads to, but for edges that close a circle. */
function topologicalOrder(
  ids: readonly string[],
  targets: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const to of [...(targets.get(id) ?? [])].reverse()) visit(to);
    finished.push(id);
  };
  ids.forEach(visit);
  return finished.reverse();
}
