import type {
  InstanceState,
  SearchRequest,
  WorkflowOverviewDTO,
  WorkflowsOverviewForEntityRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { problemText } from '../pages/workflow/problemText';
import { answerError } from './answerError';
import type { FakeContent, FakeVersion, FakeWorkflow } from './FakeContent';
import type { InstanceLog } from './InstanceLog';
import { pageOf, stateOf, states } from './loggedRuns';

/** Workflows in memory, and what the logs tell of their runs. */
export class FakeWorkflows {
  constructor(
    private readonly content: FakeContent,
    private readonly logs: readonly InstanceLog[],
  ) {}

  find(id: string): FakeWorkflow | undefined {
    return this.#all.find(({ workflowId }) => workflowId === id);
  }

  async get(id: string, version?: string): Promise<FakeWorkflow> {
    const found = this.find(id);
    if (!found) throw await notFound(id);
    return { ...found, ...this.#version(id, version) };
  }

  async graph(request: { workflowId: string; version?: string }) {
    const { workflowId, version } = request;
    const graph =
      this.#version(workflowId, version)?.graph ??
      this.content.graphs?.[workflowId];
    if (graph) return graph;
    throw await notFound(workflowId);
  }

  /** The texts that it has had, the newest first. */
  versions(id: string): readonly FakeVersion[] {
    return this.content.versions?.[id] ?? [];
  }

  #version(id: string, wanted: string | undefined): FakeVersion | undefined {
    return this.versions(id).find(({ hash, version, current }) =>
      wanted === undefined ? current : hash === wanted || version === wanted,
    );
  }

  overviews({ filters, paginationInfo }: SearchRequest) {
    const wanted = filters && 'value' in filters ? String(filters.value) : '';
    const text = wanted.replace(/%/g, '').toLowerCase();
    const found = this.#all
      .map(workflow => this.#overviewOf(workflow))
      .filter(({ name = '' }) => name.toLowerCase().includes(text));
    return { overviews: pageOf(found, paginationInfo), paginationInfo };
  }

  /** Those that are named, and those that have run for the entity. */
  overviewsForEntity(request: WorkflowsOverviewForEntityRequest) {
    const { targetEntity, annotationWorkflowIds = [] } = request;
    const ran = this.logs
      .filter(log => targetEntity && stateOf(log).targetEntity === targetEntity)
      .map(log => log.workflowId);
    const ids = new Set([...annotationWorkflowIds, ...ran]);
    const found = this.#all.filter(({ workflowId }) => ids.has(workflowId));
    return { overviews: found.map(workflow => this.#overviewOf(workflow)) };
  }

  async overview(id: string): Promise<WorkflowOverviewDTO> {
    return this.#overviewOf(await this.get(id));
  }

  get #all(): readonly FakeWorkflow[] {
    return this.content.workflows ?? [];
  }

  #overviewOf(workflow: FakeWorkflow): WorkflowOverviewDTO {
    const { workflowId, name, title, version, format, description } = workflow;
    const runs = this.logs
      .filter(log => log.workflowId === workflowId)
      .map(stateOf)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    const problem = workflow.problems.find(p => p.severity === 'error');
    return {
      workflowId,
      name: title ?? name,
      version,
      format,
      description,
      isAvailable: workflow.valid,
      ...(problem && {
        availability: { isAvailable: false, reason: problemText(problem) },
      }),
      ...(runs[0] && {
        lastRunId: runs[0].id,
        lastRunStatus: states[runs[0].status],
        lastTriggeredMs: Date.parse(runs[0].createdAt),
      }),
      workflowRunStats: statsOf(runs),
    };
  }
}

function notFound(id: string) {
  return answerError(404, 'WORKFLOW_NOT_FOUND', `There is no workflow "${id}"`);
}

function statsOf(runs: readonly InstanceState[]) {
  const successCount = runs.filter(run => run.status === 'completed').length;
  const errorCount = runs.filter(run => run.status === 'failed').length;
  const ended = successCount + errorCount;
  return {
    totalCount: runs.length,
    successCount,
    errorCount,
    ...(ended > 0 && { successRatio: successCount / ended }),
  };
}
