/** A task, or a point of a container. @public */
export interface DrawableNode {
  /** JSON pointer of the task; of a point, that of its container and its kind: `/do/start`. */
  readonly id: string;
  /** Also one that is not known here. */
  readonly kind: string;
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

/** A list of tasks. @public */
export interface DrawableContainer {
  /** JSON pointer of the list. */
  readonly id: string;
  /** Id of the task that holds it; the workflow's own has none. */
  readonly owner?: string;
  /** What tells it from the others of its owner, or from what the owner itself does: `try`, `catch as error`. */
  readonly label?: string;
  /** Ids of its nodes: the start, the tasks in the order of the definition, the stop if there is one, the end. */
  readonly nodes: readonly string[];
}

/** A way that the flow can take. @public */
export interface DrawableEdge {
  /** Unique in the graph, the same whenever the same definition is drawn. */
  readonly id: string;
  /** Id of a node; of a container where an error is caught. */
  readonly from: string;
  readonly to: string;
  /** When it is taken, where that is not always. */
  readonly label?: string;
}

/** What can be laid out: a graph that was just built, and also one that the API has answered. @public */
export interface Drawable {
  readonly nodes: readonly DrawableNode[];
  readonly containers: readonly DrawableContainer[];
  readonly edges: readonly DrawableEdge[];
}
