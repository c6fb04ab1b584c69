/**
 * A workflow as a picture shows it: what the pages lay out and colour, and what other tools draw.
 *
 * - Every task is one node; its id is the task's JSON pointer, so the keys of a run lead to it.
 * - A task that holds others owns containers: one for each list of tasks in it. The tasks of the workflow stand in `/do`.
 * - Each container begins at its own start and leaves at its own end. An edge joins two nodes of one container, or the two
 *   containers of a `try`; so a picture can be made container by container.
 */
import type { TaskKind } from '../language/WorkflowDefinition';

/** A task's kind, or a point that a list of tasks begins at, leaves at, or from which the whole workflow ends. @public */
export type GraphNodeKind = TaskKind | 'start' | 'end' | 'stop';

/** A task, or a point of a container. @public */
export interface GraphNode {
  /** JSON pointer of the task; of a point, that of its container and its kind: `/do/start`. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** Id of the container it stands in. */
  readonly container: string;
  /** `metadata.title` of the task, else its name; empty for a point. */
  readonly title: string;
  /** What it does, in one line: `GET https://…`. */
  readonly summary?: string;
  /** jq: when this does not hold, the task is skipped. */
  readonly condition?: string;
  /** How what fails in it is tried again, in words. */
  readonly retry?: string;
  /** How long it may take, in words. */
  readonly timeout?: string;
  /** Names of the extensions that run around it. */
  readonly extensions: readonly string[];
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
export interface GraphContainer {
  /** JSON pointer of the list. */
  readonly id: string;
  readonly role: GraphContainerRole;
  /** Id of the task that holds it; the workflow's own has none. */
  readonly owner?: string;
  /** What tells it from the others of its owner, or from what the owner itself does: `try`, `catch as error`. */
  readonly label?: string;
  /** Ids of its nodes: the start, the tasks in the order of the definition, the stop if there is one, the end. */
  readonly nodes: readonly string[];
}

/**
 * Why the flow goes along an edge: in order, by a `then`, by a case of a `switch`, to the next round, or because an error was
 * caught.
 *
 * @public
 */
export type GraphEdgeKind = 'next' | 'jump' | 'case' | 'loop' | 'catch';

/** A way that the flow can take. @public */
export interface GraphEdge {
  /** Unique in the graph, the same whenever the same definition is drawn. */
  readonly id: string;
  readonly kind: GraphEdgeKind;
  /** Id of a node; of a container where an error is caught. */
  readonly from: string;
  readonly to: string;
  /** When it is taken, where that is not always. */
  readonly label?: string;
}

/** See the module header. @public */
export interface WorkflowGraph {
  /** In the order of the definition, a task before what it holds. */
  readonly nodes: readonly GraphNode[];
  /** The first is the workflow's own; each stands before those within it. */
  readonly containers: readonly GraphContainer[];
  readonly edges: readonly GraphEdge[];
}
