import type {
  Extension,
  Task,
  WorkflowDefinition,
} from '../language/WorkflowDefinition';
import { lanesOf, type Lane } from './lanesOf';
import { edgesOfLane } from './edgesOfLane';
import { describeDuration } from './words/describeDuration';
import { describeRetry } from './words/describeRetry';
import { describeSchedule } from './words/describeSchedule';
import { describeTask } from './words/describeTask';
import type {
  GraphContainer,
  GraphEdge,
  GraphNode,
  WorkflowGraph,
} from './WorkflowGraph';

/**
 * What a picture of a workflow shows.
 *
 * Tasks of functions and of extensions are not part of it: they are not where they stand, but wherever they are used.
 *
 * @public
 */
export function buildGraph(definition: WorkflowDefinition): WorkflowGraph {
  const draft = new GraphDraft(definition);
  draft.add({ id: '/do', role: 'workflow', tasks: definition.do });
  return draft.graph;
}

/** Grows by one container after the other, outermost first. */
class GraphDraft {
  readonly #nodes: GraphNode[] = [];
  readonly #containers: GraphContainer[] = [];
  readonly #edges: GraphEdge[] = [];

  constructor(private readonly definition: WorkflowDefinition) {}

  get graph(): WorkflowGraph {
    return {
      nodes: this.#nodes,
      containers: this.#containers,
      edges: this.#edges,
    };
  }

  add(lane: Lane, owner?: string): void {
    const edges = edgesOfLane(lane);
    const hasStop = edges.some(({ to }) => to === `${lane.id}/stop`);
    this.#edges.push(...edges);
    this.#containers.push(containerOf(lane, hasStop, owner));
    this.#nodes.push(this.#startOf(lane));
    for (const task of lane.tasks) this.#addTask(task, lane);
    if (hasStop) this.#nodes.push(pointOf(lane, 'stop'));
    this.#nodes.push(pointOf(lane, 'end'));
  }

  #startOf(lane: Lane): GraphNode {
    const { schedule } = this.definition;
    const start = pointOf(lane, 'start');
    return lane.role === 'workflow' && schedule
      ? { ...start, summary: describeSchedule(schedule) }
      : start;
  }

  #addTask(task: Task, { id }: Lane): void {
    this.#nodes.push(nodeOf(task, id, this.definition.extensions ?? []));
    for (const lane of lanesOf(task)) this.add(lane, task.pointer);
  }
}

function containerOf(
  { id, role, label, tasks }: Lane,
  hasStop: boolean,
  owner: string | undefined,
): GraphContainer {
  const points = hasStop ? [`${id}/stop`, `${id}/end`] : [`${id}/end`];
  return {
    id,
    role,
    owner,
    label,
    nodes: [`${id}/start`, ...tasks.map(({ pointer }) => pointer), ...points],
  };
}

function pointOf({ id }: Lane, kind: 'start' | 'stop' | 'end'): GraphNode {
  return {
    id: `${id}/${kind}`,
    kind,
    container: id,
    title: '',
    extensions: [],
  };
}

function nodeOf(
  task: Task,
  container: string,
  extensions: readonly Extension[],
): GraphNode {
  const { kind, name, pointer, metadata, timeout } = task;
  const retry = task.kind === 'try' ? task.catch.retry : undefined;
  return {
    id: pointer,
    kind,
    container,
    title: typeof metadata?.title === 'string' ? metadata.title : name,
    summary: describeTask(task),
    condition: task.if,
    retry: retry && describeRetry(retry),
    timeout: timeout && `within ${describeDuration(timeout)}`,
    extensions: extensions
      .filter(({ extend }) => extendsKind(extend, task))
      .map(extension => extension.name),
  };
}

/** What `composite` extends: the tasks that do nothing but hold others. */
const COMPOSITES: ReadonlySet<Task['kind']> = new Set(['do', 'fork']);

function extendsKind(extend: Extension['extend'], { kind }: Task): boolean {
  if (extend === 'all') return true;
  return extend === 'composite' ? COMPOSITES.has(kind) : extend === kind;
}
