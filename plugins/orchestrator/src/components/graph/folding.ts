import type { WorkflowGraph } from '@stagecraft/backstage-plugin-orchestrator-common';

/** How many tasks are shown at first, if the outermost list has not more itself. */
const SHOWN_AT_FIRST = 60;

/**
 * Ids of the tasks whose content is hidden at first: level by level is opened from outside, as long as not too much is
 * shown at once.
 */
export function foldedAtFirst(graph: WorkflowGraph): ReadonlySet<string> {
  const tasksIn = tasksByOwner(graph);
  const folded = new Set(tasksIn.keys());
  let shown = tasksIn.get(undefined)?.length ?? 0;
  let level = tasksIn.get(undefined) ?? [];
  while (level.length > 0) {
    const next: string[] = [];
    for (const id of level) {
      const inside = tasksIn.get(id);
      if (!inside || shown + inside.length > SHOWN_AT_FIRST) continue;
      shown += inside.length;
      folded.delete(id);
      next.push(...inside);
    }
    level = next;
  }
  folded.delete(undefined);
  return new Set([...folded].filter(id => id !== undefined));
}

/** Ids of the tasks that a node stands in, the innermost first. */
export function ownersOf(graph: WorkflowGraph, id: string): readonly string[] {
  const containerOf = new Map(graph.nodes.map(n => [n.id, n.container]));
  const ownerOf = new Map(graph.containers.map(c => [c.id, c.owner]));
  const owners: string[] = [];
  for (let at: string | undefined = id; at !== undefined; ) {
    const owner: string | undefined = ownerOf.get(containerOf.get(at) ?? '');
    if (owner !== undefined) owners.push(owner);
    at = owner;
  }
  return owners;
}

function tasksByOwner(graph: WorkflowGraph) {
  const ownerOf = new Map(graph.containers.map(c => [c.id, c.owner]));
  const tasks = new Map<string | undefined, string[]>();
  for (const { id, container, title } of graph.nodes) {
    const owner = ownerOf.get(container);
    if (title !== '') tasks.set(owner, [...(tasks.get(owner) ?? []), id]);
  }
  return tasks;
}
