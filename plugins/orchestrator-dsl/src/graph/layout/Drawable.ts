import type { GraphContainer, GraphEdge, GraphNode } from '../WorkflowGraph';

/** A node as a layout needs it: its kind may also be one that is not known here. @public */
export type DrawableNode = Omit<GraphNode, 'kind'> & { readonly kind: string };

/** A container as a layout needs it. @public */
export type DrawableContainer = Omit<GraphContainer, 'role'>;

/** An edge as a layout needs it. @public */
export type DrawableEdge = Omit<GraphEdge, 'kind'>;

/** What can be laid out: a graph that was just built, and also one that the API has answered. @public */
export interface Drawable {
  readonly nodes: readonly DrawableNode[];
  readonly containers: readonly DrawableContainer[];
  readonly edges: readonly DrawableEdge[];
}
