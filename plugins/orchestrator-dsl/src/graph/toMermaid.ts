import type {
  GraphContainer,
  GraphEdge,
  GraphNode,
  WorkflowGraph,
} from './WorkflowGraph';
import { groupBy } from './layout/groupBy';

/**
 * The graph as a Mermaid flowchart, for places that draw these: Markdown pages, merge requests.
 *
 * @returns text that ends with a line break
 * @public
 */
export function toMermaid(graph: WorkflowGraph): string {
  return new MermaidWriter(graph).write();
}

class MermaidWriter {
  readonly #graph: WorkflowGraph;
  readonly #names: ReadonlyMap<string, string>;
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #lanes: ReadonlyMap<string, readonly GraphContainer[]>;
  readonly #lines: string[] = ['flowchart TB'];

  constructor(graph: WorkflowGraph) {
    this.#graph = graph;
    const ids = [...graph.nodes, ...graph.containers].map(({ id }) => id);
    this.#names = new Map(ids.map((id, index) => [id, `n${index}`]));
    this.#nodes = new Map(graph.nodes.map(node => [node.id, node]));
    this.#lanes = groupBy(graph.containers, ({ owner }) => owner);
  }

  write(): string {
    this.#content(this.#graph.containers[0], 1);
    for (const edge of this.#graph.edges) this.#line(1, this.#edge(edge));
    return `${this.#lines.join('\n')}\n`;
  }

  #content({ nodes }: GraphContainer, depth: number): void {
    for (const id of nodes) this.#node(this.#nodes.get(id)!, depth);
  }

  #node(node: GraphNode, depth: number): void {
    const name = this.#name(node.id);
    const lanes = this.#lanes.get(node.id);
    if (!lanes) {
      this.#line(depth, `${name}${shape(node)}`);
      return;
    }
    if (lanes.length > 1) {
      this.#subgraph(name, captionOf(node), depth, () =>
        lanes.forEach(lane => this.#lane(lane, depth + 1)),
      );
      return;
    }
    const [lane] = lanes;
    this.#subgraph(name, captionOf(node, lane.label), depth, () =>
      this.#content(lane, depth + 1),
    );
  }

  #lane(lane: GraphContainer, depth: number): void {
    this.#subgraph(
      this.#name(lane.id),
      quoted(lane.label ?? lane.role),
      depth,
      () => this.#content(lane, depth + 1),
    );
  }

  #subgraph(name: string, caption: string, depth: number, body: () => void) {
    this.#line(depth, `subgraph ${name}[${caption}]`);
    body();
    this.#line(depth, 'end');
  }

  #edge({ kind, from, to, label }: GraphEdge): string {
    const arrow = kind === 'catch' || kind === 'loop' ? '-.->' : '-->';
    const text = label === undefined ? '' : `|${quoted(label)}|`;
    return `${this.#name(from)} ${arrow}${text} ${this.#name(to)}`;
  }

  #name(id: string): string {
    return this.#names.get(id)!;
  }

  #line(depth: number, text: string): void {
    this.#lines.push(`${'  '.repeat(depth)}${text}`);
  }
}

/** Brackets that Mermaid draws a shape for, around the text. */
function shape(node: GraphNode): string {
  switch (node.kind) {
    case 'start':
      return node.summary === undefined
        ? '((" "))'
        : `((${quoted(node.summary)}))`;
    case 'stop':
    case 'end':
      return '(((" ")))';
    case 'switch':
      return `{${captionOf(node)}}`;
    case 'wait':
    case 'listen':
      return `([${captionOf(node)}])`;
    default:
      return `[${captionOf(node)}]`;
  }
}

/** Title, what it does, and what is special about it, one below the other. */
function captionOf(node: GraphNode, ...more: readonly (string | undefined)[]) {
  const { title, summary, condition, retry, timeout, extensions } = node;
  const lines = [
    title,
    summary,
    condition && `if ${condition}`,
    retry,
    timeout,
    extensions.length > 0 && `with ${extensions.join(', ')}`,
    ...more,
  ];
  return quoted(...lines.filter(line => typeof line === 'string'));
}

/** Text of the language's own characters is written by their codes, so that none of it is taken for markup. */
function quoted(...lines: readonly string[]): string {
  const escaped = lines.map(line =>
    line.replace(
      /[^\p{L}\p{N} _.,:;!?/()[\]{}=+*$'|-]/gu,
      character => `#${character.codePointAt(0)};`,
    ),
  );
  return `"${escaped.join('<br/>')}"`;
}
