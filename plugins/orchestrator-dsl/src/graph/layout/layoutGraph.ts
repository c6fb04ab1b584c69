/**
 * Places a graph container by container: what a task holds is laid out first, then the task is a box of that size among its
 * neighbours. Nothing overlaps, lines never run over a box of their container, and the same graph always looks the same.
 */
import type {
  DrawableContainer,
  DrawableEdge,
  DrawableNode,
  Drawable,
} from '../Drawable';
import { arrangeLanes } from './arrangeLanes';
import { arrangeRows } from './arrangeRows';
import { Fragment } from './Fragment';
import { groupBy } from './groupBy';
import {
  isPoint,
  withDefaults,
  type GraphLayout,
  type LayoutOptions,
  type LayoutSettings,
} from './GraphLayout';

/**
 * Places all that is not collapsed.
 *
 * @public
 */
export function layoutGraph(
  graph: Drawable,
  options: LayoutOptions = {},
): GraphLayout {
  return new Layouter(graph, withDefaults(options)).layout();
}

class Layouter {
  readonly #graph: Drawable;
  readonly #settings: LayoutSettings;
  readonly #nodes: ReadonlyMap<string, DrawableNode>;
  readonly #lanes: ReadonlyMap<string, readonly DrawableContainer[]>;
  readonly #edges: ReadonlyMap<string, readonly DrawableEdge[]>;

  constructor(graph: Drawable, settings: LayoutSettings) {
    this.#graph = graph;
    this.#settings = settings;
    this.#nodes = new Map(graph.nodes.map(node => [node.id, node]));
    this.#lanes = groupBy(graph.containers, ({ owner }) => owner);
    this.#edges = groupBy(graph.edges, ({ from }) => from);
  }

  layout(): GraphLayout {
    return this.#container(this.#graph.containers[0]).flatten();
  }

  #container(container: DrawableContainer): Fragment {
    const items = container.nodes.map(id => {
      const node = this.#nodes.get(id)!;
      return { id, fragment: this.#node(node), isPoint: isPoint(node) };
    });
    const edges = this.#edgesFrom(container.nodes);
    return arrangeRows(container, items, edges, this.#settings);
  }

  #node(node: DrawableNode): Fragment {
    const size = this.#settings.sizeOf(node);
    const lanes = this.#lanes.get(node.id);
    if (!lanes || this.#settings.collapsed.has(node.id)) {
      return Fragment.box(node.id, size);
    }
    const fragments = lanes.map(lane => this.#container(lane));
    const edges = this.#edgesFrom(lanes.map(({ id }) => id));
    return arrangeLanes(node.id, size, fragments, edges, this.#settings);
  }

  #edgesFrom(ids: readonly string[]): readonly DrawableEdge[] {
    return ids.flatMap(id => this.#edges.get(id) ?? []);
  }
}
