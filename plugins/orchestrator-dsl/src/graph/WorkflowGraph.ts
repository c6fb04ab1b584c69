/**
 * A workflow as a picture shows it: what the pages lay out and colour, and what other tools draw.
 *
 * - Every task is one node; its id is the task's JSON pointer, so the keys of a run lead to it.
 * - A task that holds others owns containers: one for each list of tasks in it. The tasks of the workflow stand in `/do`.
 * - Each container begins at its own start and leaves at its own end. An edge joins two nodes of one container, or the two
 *   containers of a `try`; so a picture can be made container by container.
 */
import type { TaskKind } from '../language/WorkflowDefinition';
import type { DrawableContainer, DrawableEdge, DrawableNode } from './Drawable';

/** A task's kind, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends. @public */
export type GraphNodeKind = TaskKind | 'start' | 'end' | 'stop';

/** A task, or a point of a container. @public */
export interface GraphNode extends DrawableNode {
  readonly kind: GraphNodeKind;
}

/** What the tasks of a container are to the task that holds them. @public */
export type GraphContainerRole =
  | 'workflow'
  | 'body'
  | 'branches'
  | 'try'
  | 'catch'
  | 'foreach';

/** A list of tasks. @public */
export interface GraphContainer extends DrawableContainer {
  readonly role: GraphContainerRole;
}

/**
 * Why the flow goes along an edge: in order, by a `then`, by a case of a `switch`, to the next round, or because an error was
 * caught.
 *
 * @public
 */
export type GraphEdgeKind = 'next' | 'jump' | 'case' | 'loop' | 'catch';

/** A way that the flow can take. @public */
export interface GraphEdge extends DrawableEdge {
  readonly kind: GraphEdgeKind;
}

/** See the module header. @public */
export interface WorkflowGraph {
  /** In the order of the definition, a task before what it holds. */
  readonly nodes: readonly GraphNode[];
  /** The first is the workflow's own; each stands before those within it. */
  readonly containers: readonly GraphContainer[];
  readonly edges: readonly GraphEdge[];
}
