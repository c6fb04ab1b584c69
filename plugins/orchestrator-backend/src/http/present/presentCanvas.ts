import type { components } from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  buildGraph,
  layoutGraph,
  valueAt,
  type GraphLayout,
  type GraphNode,
  type Json,
  type WorkflowDefinition,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { StoredDefinition } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { objectOf } from './objectOf';

type Canvas = components['schemas']['WorkflowCanvas'];

/** A definition as a picture that can be edited. What was never placed stands where the layout has it. */
export function presentCanvas(
  { workflowId, version }: StoredDefinition,
  definition: WorkflowDefinition,
): Canvas {
  const graph = buildGraph(definition);
  const layout = layoutGraph(graph);
  return {
    workflowId,
    version,
    nodes: graph.nodes.map(node =>
      presentNode(node, valueAt(definition.raw, node.id), layout),
    ),
    containers: graph.containers.map(({ nodes: _nodes, ...container }) => ({
      ...container,
      ...presentBox(container.id, layout),
    })),
    edges: [...graph.edges],
  };
}

function presentNode(
  { id, kind, container, title }: GraphNode,
  task: Json | undefined,
  layout: GraphLayout,
): Canvas['nodes'][number] {
  const { position, size } = presentBox(id, layout);
  return {
    id,
    name: task === undefined ? title : nameOf(id),
    kind,
    container,
    task: objectOf(task),
    position: positionOf(task) ?? position,
    size,
  };
}

function presentBox(id: string, { boxes }: GraphLayout) {
  const { x, y, width, height } = boxes.get(id)!;
  return { position: { x, y }, size: { width, height } };
}

function positionOf(task: Json | undefined) {
  const canvas = valueAt(task ?? null, '/metadata/canvas');
  const { x, y } = objectOf(canvas) ?? {};
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}

/** The last key of a task's pointer is its name. */
function nameOf(pointer: string): string {
  const token = pointer.slice(pointer.lastIndexOf('/') + 1);
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
