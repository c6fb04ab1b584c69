import {
  INSTANCE_STATUSES,
  type CloudEvent,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  taskTemplates,
  type Capabilities,
  type TaskTemplate,
} from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  ActivityExecutor,
  Clock,
  DefinitionStore,
  Delivery,
  Instance,
  PayloadText,
  InstanceFilter,
  InstanceReader,
  RunMeans,
  Occurrence,
  Schedule,
  ScheduleStore,
  StoredDefinition,
  StoredTrial,
  TrialReport,
  TrialStore,
  WorkflowEditor,
  WorkflowReader,
  WorkflowRuntime,
  WorkflowSettings,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { allOf } from './allOf';
import type { Caller } from './Caller';
import type { InstanceFeed } from './InstanceFeed';
import { InstanceOrders } from './InstanceOrders';
import { InstanceRecords } from './InstanceRecords';
import type { LogWatcher } from './LogWatcher';
import { workflowNotFound } from './notFound';
import type {
  DefinitionText,
  ExecuteRequest,
  HistoryPage,
  HistoryRequest,
  InstanceAct,
  InstanceDetails,
  InstanceListQuery,
  InstancePage,
  InstanceSearch,
  OccurrenceQuery,
  OrchestratorService,
  RerunRequest,
  ServerHealth,
  VersionRequest,
  Workflow,
  WorkflowChange,
  WorkflowQuery,
  WorkflowRequest,
} from './OrchestratorService';
import type { Progress } from './Progress';
import { Triggers } from './Triggers';
import { WorkflowFigures } from './WorkflowFigures';
import { WorkflowLibrary, type DefinitionReader } from './WorkflowLibrary';
import {
  WorkflowTrials,
  type DryRunRequest,
  type TaskTrial,
  type TaskTrialRequest,
  type TrialRequest,
} from './WorkflowTrials';
import { workflowNameOf } from './workflowNameOf';

/** {@link OrchestratorService} over the engine, family by family. Lets everyone do everything. */
export class DefaultOrchestratorService implements OrchestratorService {
  readonly #runtime: WorkflowRuntime;
  readonly #capabilities: Capabilities;
  readonly #definitions: DefinitionStore;
  readonly #workflows: WorkflowReader;
  readonly #figures: WorkflowFigures;
  readonly #library: WorkflowLibrary;
  readonly #trials: WorkflowTrials;
  readonly #triggers: Triggers;
  readonly #reader: InstanceReader;
  readonly #records: InstanceRecords;
  readonly #orders: InstanceOrders;
  readonly #clock: Clock;

  constructor(options: {
    readonly runtime: WorkflowRuntime;
    readonly capabilities: Capabilities;
    readonly definitions: DefinitionStore;
    readonly workflows: WorkflowReader;
    readonly editor: WorkflowEditor;
    readonly readDefinition: DefinitionReader;
    readonly executor: ActivityExecutor;
    readonly means: RunMeans;
    readonly schedules: ScheduleStore;
    readonly trials: TrialStore;
    readonly reader: InstanceReader;
    readonly watcher: LogWatcher;
    readonly clock: Clock;
  }) {
    this.#runtime = options.runtime;
    this.#capabilities = options.capabilities;
    this.#definitions = options.definitions;
    this.#workflows = options.workflows;
    this.#figures = new WorkflowFigures(options);
    this.#library = new WorkflowLibrary(options);
    this.#trials = new WorkflowTrials(options);
    this.#triggers = new Triggers(options.schedules);
    this.#reader = options.reader;
    this.#records = new InstanceRecords(options);
    this.#orders = new InstanceOrders({ ...options, records: this.#records });
    this.#clock = options.clock;
  }

  async listWorkflows(query: WorkflowQuery): Promise<readonly Workflow[]> {
    return this.#figures.list(query);
  }

  async getWorkflow(request: WorkflowRequest): Promise<Workflow> {
    return this.#figures.get(request);
  }

  async getDefinition(request: VersionRequest): Promise<StoredDefinition> {
    return this.#library.version(request);
  }

  async listVersions({
    workflowId,
    ...page
  }: {
    readonly workflowId: string;
    readonly offset: number;
    readonly limit: number;
  }): Promise<readonly StoredDefinition[]> {
    await this.#library.current(workflowId);
    return this.#workflows.listVersions(workflowId, page);
  }

  async checkDefinition(text: DefinitionText): Promise<StoredDefinition> {
    return this.#library.read(text);
  }

  async listTemplates(): Promise<readonly TaskTemplate[]> {
    return taskTemplates(this.#capabilities);
  }

  async createWorkflow(text: DefinitionText): Promise<Workflow> {
    const workflowId = await this.#library.create(text);
    return this.getWorkflow({ workflowId });
  }

  async updateWorkflow(
    change: WorkflowChange & DefinitionText,
  ): Promise<Workflow> {
    await this.#library.update(change);
    return this.getWorkflow(change);
  }

  async configureWorkflow(
    change: WorkflowChange & { readonly settings: WorkflowSettings },
  ): Promise<Workflow> {
    await this.#library.configure(change);
    return this.getWorkflow(change);
  }

  async deleteWorkflow(change: WorkflowChange): Promise<void> {
    await this.#library.remove(change);
  }

  async listStatuses(): Promise<readonly InstanceStatus[]> {
    return INSTANCE_STATUSES;
  }

  async listInstances(search: InstanceSearch): Promise<InstancePage> {
    const { workflowId, ...query } = search;
    const filter = allOf(
      workflowId === undefined ? undefined : ofWorkflow(workflowId),
      query.filter,
    );
    const [instances, total, names] = await Promise.all([
      this.#reader.list({ ...query, filter }),
      this.#reader.count(filter),
      this.#workflowNames(),
    ]);
    if (workflowId !== undefined && total === 0 && !names.has(workflowId)) {
      throw workflowNotFound(workflowId);
    }
    const items = instances.map(instance => ({
      instance,
      workflowName: names.get(instance.workflowId) ?? instance.workflowId,
    }));
    return { items, total };
  }

  async pageInstances({ isCounted, ...query }: InstanceListQuery): Promise<{
    readonly items: readonly Instance[];
    readonly total?: number;
  }> {
    const [items, total] = await Promise.all([
      this.#reader.listFrom(query),
      isCounted ? this.#reader.count(query.filter) : undefined,
    ]);
    return { items, total };
  }

  async getInstance(instanceId: string): Promise<Instance> {
    return this.#records.get(instanceId);
  }

  async getInstanceDetails(instanceId: string): Promise<InstanceDetails> {
    return this.#records.details(instanceId);
  }

  async readHistory(request: HistoryRequest): Promise<HistoryPage> {
    return this.#records.history(request);
  }

  async readPayload(request: {
    readonly instanceId: string;
    readonly ref: string;
  }): Promise<PayloadText> {
    return this.#records.payload(request);
  }

  async openFeed(instanceId: string): Promise<InstanceFeed> {
    return this.#records.feed(instanceId);
  }

  async getProgress(instanceId: string): Promise<Progress> {
    return this.#records.progress(instanceId);
  }

  async waitForEnd(request: {
    readonly instanceId: string;
    readonly ms: number;
  }): Promise<InstanceDetails> {
    return this.#records.atEnd(request);
  }

  async execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    return this.#orders.execute(request, caller);
  }

  async rerun(request: RerunRequest, caller: Caller): Promise<string> {
    return this.#orders.rerun(request, caller);
  }

  async act(act: InstanceAct, caller: Caller): Promise<Instance> {
    return this.#orders.act(act, caller);
  }

  async deleteInstance(instanceId: string): Promise<void> {
    await this.#orders.delete(instanceId);
  }

  async dryRun(request: DryRunRequest): Promise<TrialReport> {
    const definition = await this.#library.current(request.workflowId);
    return this.#trials.dryRun(definition, request);
  }

  async executeTask(
    request: TaskTrialRequest,
    { ref }: Caller,
  ): Promise<TaskTrial> {
    const definition = await this.#library.current(request.workflowId);
    return this.#trials.executeTask(definition, request, ref);
  }

  async getTrial(request: TrialRequest, { ref }: Caller): Promise<StoredTrial> {
    return this.#trials.find({ ...request, actor: ref });
  }

  async sendEvent({
    instanceId,
    event,
  }: {
    readonly instanceId: string;
    readonly event: CloudEvent;
  }): Promise<Delivery> {
    return this.#runtime.deliver(event, instanceId);
  }

  async publishEvent(event: CloudEvent): Promise<Delivery> {
    return this.#runtime.deliver(event);
  }

  async listTriggers(query: {
    readonly workflowId?: string;
  }): Promise<readonly Schedule[]> {
    return this.#triggers.list(query);
  }

  async getTrigger(triggerId: string): Promise<Schedule> {
    return this.#triggers.get(triggerId);
  }

  async pageOccurrences(
    query: OccurrenceQuery,
  ): Promise<readonly Occurrence[]> {
    return this.#triggers.occurrences(query);
  }

  async pauseTrigger(request: {
    readonly triggerId: string;
    readonly isPaused: boolean;
  }): Promise<Schedule> {
    return this.#triggers.pause(request);
  }

  async getHealth(): Promise<ServerHealth> {
    const from = performance.now();
    const load = await this.#reader.load(this.#clock.now());
    return {
      ...load,
      storeLatencyMs: performance.now() - from,
      isWorking: this.#runtime.isRunning(),
    };
  }

  async #workflowNames(): Promise<ReadonlyMap<string, string>> {
    const definitions = await this.#definitions.listCurrent();
    return new Map(
      definitions.map(one => [one.workflowId, workflowNameOf(one)]),
    );
  }
}

function ofWorkflow(value: string): InstanceFilter {
  return { kind: 'compare', field: 'workflowId', operator: 'eq', value };
}
