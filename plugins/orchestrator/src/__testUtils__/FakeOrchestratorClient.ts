import {
  foldEvents,
  isTerminal,
  type Approval,
  type ExecuteWorkflowRequest,
  type InstanceHistoryPage,
  type InstanceHistoryRequest,
  type InstanceState,
  type InstanceStatus,
  type InstanceSummary,
  type Json,
  type ListApprovalsRequest,
  type ListInstancesRequest,
  type ListTriggersRequest,
  type OccurrencePage,
  type ProcessInstanceDTO,
  type ProcessInstanceStatusDTO,
  type SearchRequest,
  type Trigger,
  type WatchItem,
  type WatchOptions,
  type WorkflowDetails,
  type WorkflowGraph,
  type WorkflowOverviewDTO,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { OrchestratorClient } from '../api/OrchestratorClient';
import { problemText } from '../pages/workflow/problemText';
import { whereAndWhy } from '../pages/instance/whereAndWhy';
import { answerError } from './answerError';
import { FakeApprovals } from './FakeApprovals';
import type { InstanceLog } from './InstanceLog';

/** A definition, and its text where it matters. */
export type FakeWorkflow = WorkflowDetails & { readonly source?: string };

/** A request to act on an instance or on one of its tasks. */
export interface FakeActRequest {
  readonly instanceId: string;
  readonly taskRef?: string;
  readonly reason?: string;
  readonly idempotencyKey?: string;
}

/** Answers the request to run, with the id of an instance; or throws what the server would answer. */
export type Execute = (request: ExecuteWorkflowRequest) => Promise<string>;

/** What a {@link FakeOrchestratorClient} knows. */
export interface FakeContent {
  readonly workflows?: readonly FakeWorkflow[];
  readonly logs?: readonly InstanceLog[];
  /** Values kept apart, by their reference. */
  readonly payloads?: Readonly<Record<string, Json>>;
  readonly execute?: Execute;
  readonly approvals?: readonly Approval[];
  readonly triggers?: readonly Trigger[];
  /** Of each trigger. */
  readonly occurrences?: OccurrencePage;
  /** By the id of the workflow. */
  readonly graphs?: Readonly<Record<string, WorkflowGraph>>;
}

const states: Readonly<Record<InstanceStatus, ProcessInstanceStatusDTO>> = {
  pending: 'PENDING',
  running: 'ACTIVE',
  waiting: 'ACTIVE',
  retrying: 'ACTIVE',
  suspended: 'SUSPENDED',
  completed: 'COMPLETED',
  failed: 'ERROR',
  cancelled: 'ABORTED',
};

/** The orchestrator's API over logs in memory: it answers and streams as the server does. */
export class FakeOrchestratorClient implements OrchestratorClient {
  readonly executed: ExecuteWorkflowRequest[] = [];
  /** What was asked of instances and tasks, in order. The log is the test's to go on. */
  readonly acts: { readonly act: string; readonly request: object }[] = [];
  readonly logs: InstanceLog[];
  readonly triggers: Trigger[];
  readonly approvals: FakeApprovals;
  /** Thrown by all that reads, while it is set. */
  outage: Error | undefined;
  readonly #content: FakeContent;

  constructor(content: FakeContent) {
    this.#content = content;
    this.logs = [...(content.logs ?? [])];
    this.triggers = [...(content.triggers ?? [])];
    this.approvals = new FakeApprovals(content.approvals ?? []);
  }

  async getWorkflowsOverview({ filters, paginationInfo }: SearchRequest = {}) {
    this.#failWhenAway();
    const wanted = filters && 'value' in filters ? String(filters.value) : '';
    const text = wanted.replace(/%/g, '').toLowerCase();
    const found = this.#workflows
      .map(workflow => this.#overviewOf(workflow))
      .filter(({ name = '' }) => name.toLowerCase().includes(text));
    return { overviews: pageOf(found, paginationInfo), paginationInfo };
  }

  async getWorkflow({ workflowId }: { readonly workflowId: string }) {
    this.#failWhenAway();
    return this.#workflow(workflowId);
  }

  async getWorkflowSourceById(request: { readonly workflowId: string }) {
    const { source = '' } = await this.#workflow(request.workflowId);
    return source;
  }

  async executeWorkflow(request: ExecuteWorkflowRequest) {
    this.executed.push(request);
    const execute = this.#content.execute ?? (async () => 'new-instance');
    return { id: await execute(request) };
  }

  async getWorkflowInstances(
    request: SearchRequest & { readonly workflowId?: string } = {},
  ) {
    this.#failWhenAway();
    const { workflowId, filters, paginationInfo } = request;
    const state = filters && 'value' in filters ? filters.value : undefined;
    const items = this.logs
      .filter(log => !workflowId || log.workflowId === workflowId)
      .map(log => this.#summaryOf(log))
      .filter(item => !state || item.state === state)
      .sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
    return { items: pageOf(items, paginationInfo), totalCount: items.length };
  }

  async getWorkflowGraph({ workflowId }: { readonly workflowId: string }) {
    const graph = this.#content.graphs?.[workflowId];
    if (graph) return graph;
    const message = `There is no workflow "${workflowId}"`;
    throw await answerError(404, 'WORKFLOW_NOT_FOUND', message);
  }

  async suspendInstance(request: FakeActRequest) {
    return this.#act('suspend', request);
  }

  async resumeInstance(request: FakeActRequest) {
    return this.#act('resume', request);
  }

  async cancelInstance(request: FakeActRequest) {
    return this.#act('cancel', request);
  }

  async retryInstance(request: FakeActRequest) {
    return this.#act('retry', request);
  }

  async retryTask(request: FakeActRequest) {
    return this.#act('retryTask', request);
  }

  async skipTask(request: FakeActRequest) {
    return this.#act('skipTask', request);
  }

  async completeTask(request: FakeActRequest) {
    return this.#act('completeTask', request);
  }

  async failTask(request: FakeActRequest) {
    return this.#act('failTask', request);
  }

  async sendEvent(request: FakeActRequest & { id: string; source: string }) {
    await this.#act('sendEvent', request);
    const { id, source } = request;
    return { id, source, outcome: 'accepted' as const };
  }

  async listInstances(request: ListInstancesRequest = {}) {
    this.#failWhenAway();
    const { parentId, workflowId, status } = request;
    const items = this.logs
      .map(stateOf)
      .filter(({ parent }) => !parentId || parent?.instanceId === parentId)
      .filter(({ workflow }) => workflowId?.includes(workflow.id) ?? true)
      .filter(state => status?.includes(state.status) ?? true)
      .map(summaryOf);
    return { items };
  }

  async getWorkflowOverviewById(request: { readonly workflowId: string }) {
    return this.#overviewOf(await this.#workflow(request.workflowId));
  }

  async getTaskHistory(request: { instanceId: string; taskRef: string }) {
    const { events } = await this.#log(request.instanceId);
    const { taskRef } = request;
    const items = events.filter(({ task }) => task?.runId === taskRef);
    const head = events.length;
    return { items, epoch: 'e1', first: 1, head, total: head };
  }

  async listTriggers({ workflowId }: ListTriggersRequest = {}) {
    this.#failWhenAway();
    const items = this.triggers.filter(
      trigger => !workflowId || trigger.workflowId === workflowId,
    );
    return { items };
  }

  async listOccurrences(): Promise<OccurrencePage> {
    return this.#content.occurrences ?? { items: [], upcoming: [] };
  }

  async pauseTrigger({ triggerId }: { readonly triggerId: string }) {
    return this.#setTrigger(triggerId, false);
  }

  async resumeTrigger({ triggerId }: { readonly triggerId: string }) {
    return this.#setTrigger(triggerId, true);
  }

  async testTrigger() {
    return { id: 'new-instance' };
  }

  async rerunInstance(request: FakeActRequest) {
    await this.#act('rerun', request);
    return { id: 'new-instance' };
  }

  async listApprovals(request: ListApprovalsRequest = {}) {
    this.#failWhenAway();
    return this.approvals.list(request);
  }

  async getApproval({ approvalId }: { readonly approvalId: string }) {
    return this.approvals.get(approvalId);
  }

  async decideApproval(
    request: Parameters<OrchestratorClient['decideApproval']>[0],
  ) {
    return this.approvals.decide(request);
  }

  async getInstance({ instanceId }: { readonly instanceId: string }) {
    return stateOf(await this.#log(instanceId));
  }

  async getInstanceHistory(
    request: InstanceHistoryRequest,
  ): Promise<InstanceHistoryPage> {
    const { events } = await this.#log(request.instanceId);
    const start = events.findIndex(({ id }) => id === request.after) + 1;
    return {
      items: events.slice(start, start + (request.limit ?? 100)),
      epoch: 'e1',
      first: 1,
      head: events.length,
      total: events.length,
    };
  }

  async getPayload({ ref }: { readonly ref: string }): Promise<Json> {
    const value = this.#content.payloads?.[ref];
    if (value !== undefined) return value;
    throw await answerError(
      404,
      'PAYLOAD_NOT_FOUND',
      `There is no payload "${ref}"`,
    );
  }

  async *watchInstance(
    instanceId: string,
    { signal }: WatchOptions = {},
  ): AsyncGenerator<WatchItem, void, void> {
    this.#failWhenAway();
    const log = await this.#log(instanceId);
    yield { type: 'connection', status: 'live' };
    yield { type: 'snapshot', state: stateOf(log) };
    let sent = log.events.length;
    while (!signal?.aborted) {
      for (; sent < log.events.length; sent++) {
        yield { type: 'event', event: log.events[sent] };
      }
      if (isTerminal(stateOf(log).status)) break;
      await nextEntry(log, signal);
    }
    yield { type: 'connection', status: 'finished' };
  }

  async #act(act: string, request: FakeActRequest): Promise<InstanceSummary> {
    this.acts.push({ act, request });
    return summaryOf(stateOf(await this.#log(request.instanceId)));
  }

  #setTrigger(triggerId: string, enabled: boolean): Trigger {
    const index = this.triggers.findIndex(({ id }) => id === triggerId);
    this.triggers[index] = { ...this.triggers[index], enabled };
    return this.triggers[index];
  }

  get #workflows(): readonly FakeWorkflow[] {
    return this.#content.workflows ?? [];
  }

  #failWhenAway() {
    if (this.outage) throw this.outage;
  }

  async #workflow(id: string): Promise<FakeWorkflow> {
    const found = this.#workflows.find(({ workflowId }) => workflowId === id);
    if (found) return found;
    throw await answerError(
      404,
      'WORKFLOW_NOT_FOUND',
      `There is no workflow "${id}"`,
    );
  }

  async #log(instanceId: string): Promise<InstanceLog> {
    const found = this.logs.find(({ id }) => id === instanceId);
    if (found) return found;
    throw await answerError(
      404,
      'INSTANCE_NOT_FOUND',
      `There is no instance "${instanceId}" that you may see`,
    );
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

  #summaryOf(log: InstanceLog): ProcessInstanceDTO {
    const state = stateOf(log);
    const workflow = this.#workflows.find(
      ({ workflowId }) => workflowId === log.workflowId,
    );
    return {
      id: state.id,
      processId: log.workflowId,
      processName: workflow?.title ?? log.workflowId,
      state: states[state.status],
      status: state.status,
      because: whereAndWhy(state),
      start: state.createdAt,
      end: state.endedAt,
      initiatorEntity: state.initiator,
      nodes: [],
    };
  }
}

function summaryOf(state: InstanceState): InstanceSummary {
  const { id, workflow, status, createdAt, parent, error } = state;
  const because = whereAndWhy(state);
  return {
    id,
    workflow,
    status,
    because,
    createdAt,
    parent,
    error,
    labels: {},
  };
}

function stateOf(log: InstanceLog): InstanceState {
  return foldEvents(log.events);
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

function pageOf<T>(
  items: readonly T[],
  page: SearchRequest['paginationInfo'] = {},
): T[] {
  const { offset = 0, pageSize = items.length } = page;
  return items.slice(offset, offset + pageSize);
}

function nextEntry(log: InstanceLog, signal: AbortSignal | undefined) {
  return new Promise<void>(resolve => {
    const stop = log.listen(() => {
      stop();
      resolve();
    });
    signal?.addEventListener('abort', () => {
      stop();
      resolve();
    });
  });
}
