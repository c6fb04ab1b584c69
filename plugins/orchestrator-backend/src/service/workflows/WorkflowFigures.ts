import type {
  Clock,
  InstanceFilter,
  InstanceReader,
  WorkflowFilter,
  WorkflowReader,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { allOf } from '../allOf';
import { workflowNotFound } from '../notFound';
import type {
  Workflow,
  WorkflowQuery,
  WorkflowRequest,
} from './WorkflowService';

/** `runsLastMonth` counts this far back. */
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Workflows, with what is known of their runs. */
export class WorkflowFigures {
  readonly #workflows: WorkflowReader;
  readonly #reader: InstanceReader;
  readonly #clock: Clock;

  constructor(options: {
    readonly workflows: WorkflowReader;
    readonly reader: InstanceReader;
    readonly clock: Clock;
  }) {
    this.#workflows = options.workflows;
    this.#reader = options.reader;
    this.#clock = options.clock;
  }

  async list(query: WorkflowQuery): Promise<readonly Workflow[]> {
    const { countedRuns, after, limit, offset } = query;
    const listed = await this.#workflows.list({
      filter: allOf(await this.#filterOfEntity(query), query.filter),
      countedRuns,
      orderBy: query.orderBy ?? { field: 'id', direction: 'asc' },
      after,
      limit,
      offset,
    });
    const stats = await this.#reader.stats({
      workflowIds: listed.map(({ definition }) => definition.workflowId),
      filter: countedRuns,
      recentSince: this.#clock.now() - MONTH_MS,
    });
    const statsById = new Map(stats.map(one => [one.workflowId, one]));
    return listed.map(one => ({
      ...one,
      stats: statsById.get(one.definition.workflowId),
    }));
  }

  /** @throws {@link EngineError} `WORKFLOW_NOT_FOUND` */
  async get({ workflowId, countedRuns }: WorkflowRequest): Promise<Workflow> {
    const filter = onWorkflows([workflowId]);
    const [workflow] = await this.list({ filter, countedRuns });
    if (!workflow) throw workflowNotFound(workflowId);
    return workflow;
  }

  /** Those named, and those that have run for the entity. */
  async #filterOfEntity({
    ofEntity,
    countedRuns,
  }: WorkflowQuery): Promise<WorkflowFilter | undefined> {
    if (!ofEntity) return undefined;
    const ids = new Set(ofEntity.workflowIds);
    if (ofEntity.targetEntity !== undefined) {
      const runs = await this.#reader.stats({
        filter: allOf(forEntity(ofEntity.targetEntity), countedRuns),
        recentSince: 0,
      });
      runs.forEach(({ workflowId }) => ids.add(workflowId));
    }
    return onWorkflows([...ids]);
  }
}

function onWorkflows(values: readonly string[]): WorkflowFilter {
  return { kind: 'in', field: 'id', values };
}

function forEntity(value: string): InstanceFilter {
  return { kind: 'compare', field: 'targetEntity', operator: 'eq', value };
}
