import {
  emptyInstance,
  foldEvents,
  INSTANCE_STATUSES,
  parseTaskKey,
  type CloudEvent,
  type InstanceState,
  type InstanceStatus,
  type Json,
  type OrchestratorEvent,
  type Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  presentEvent,
  type Act,
  type ActivityExecutor,
  type Clock,
  type DefinitionStore,
  type Delivery,
  type Filter,
  type Instance,
  type InstanceField,
  type InstanceFilter,
  type InstanceReader,
  type RunMeans,
  type Schedule,
  type ScheduleStore,
  type StoredDefinition,
  type TrialReport,
  type WorkflowEditor,
  type WorkflowField,
  type WorkflowFilter,
  type WorkflowReader,
  type WorkflowRuntime,
  type WorkflowSettings,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { actorOf, type Caller } from './Caller';
import { parseEventId } from './eventId';
import type { InstanceFeed } from './InstanceFeed';
import { InstanceWaiting } from './InstanceWaiting';
import type { LogWatcher } from './LogWatcher';
import {
  instanceNotFound,
  payloadNotFound,
  taskNotFound,
  triggerNotFound,
  workflowNotFound,
} from './notFound';
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
import { ServiceError } from './ServiceError';
import { WorkflowLibrary, type DefinitionReader } from './WorkflowLibrary';
import {
  WorkflowTrials,
  type DryRunRequest,
  type TaskTrial,
  type TaskTrialRequest,
} from './WorkflowTrials';
import { workflowNameOf } from './workflowNameOf';

/** `runsLastMonth` counts this far back. */
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** How many entries are read at once when a whole log is folded. */
const FOLD_PAGE = 1_000;

/** How many earlier runs tell how long something usually takes. */
const EARLIER_RUNS = 20;

/** {@link OrchestratorService} over the engine. Lets everyone do everything. */
export class DefaultOrchestratorService implements OrchestratorService {
  readonly #runtime: WorkflowRuntime;
  readonly #definitions: DefinitionStore;
  readonly #workflows: WorkflowReader;
  readonly #library: WorkflowLibrary;
  readonly #trials: WorkflowTrials;
  readonly #schedules: ScheduleStore;
  readonly #reader: InstanceReader;
  readonly #watcher: LogWatcher;
  readonly #waiting: InstanceWaiting;
  readonly #clock: Clock;

  constructor(options: {
    readonly runtime: WorkflowRuntime;
    readonly definitions: DefinitionStore;
    readonly workflows: WorkflowReader;
    readonly editor: WorkflowEditor;
    readonly readDefinition: DefinitionReader;
    readonly executor: ActivityExecutor;
    readonly means: RunMeans;
    readonly schedules: ScheduleStore;
    readonly reader: InstanceReader;
    readonly watcher: LogWatcher;
    readonly clock: Clock;
  }) {
    this.#runtime = options.runtime;
    this.#definitions = options.definitions;
    this.#workflows = options.workflows;
    this.#library = new WorkflowLibrary(options);
    this.#trials = new WorkflowTrials(options);
    this.#schedules = options.schedules;
    this.#reader = options.reader;
    this.#watcher = options.watcher;
    this.#waiting = new InstanceWaiting(options.watcher, options.clock);
    this.#clock = options.clock;
  }

  async listWorkflows(query: WorkflowQuery): Promise<readonly Workflow[]> {
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

  async getWorkflow({
    workflowId,
    countedRuns,
  }: WorkflowRequest): Promise<Workflow> {
    const filter = onWorkflows([workflowId]);
    const [workflow] = await this.listWorkflows({ filter, countedRuns });
    if (!workflow) throw workflowNotFound(workflowId);
    return workflow;
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
    const instance = await this.#reader.get(instanceId);
    if (!instance) throw instanceNotFound(instanceId);
    return instance;
  }

  async getInstanceDetails(instanceId: string): Promise<InstanceDetails> {
    const instance = await this.getInstance(instanceId);
    const [state, input, output, definition] = await Promise.all([
      this.#stateOf(instance),
      this.#valueOf(instanceId, instance.input),
      instance.output && this.#valueOf(instanceId, instance.output),
      this.#definitions.getByHash(instance.workflowId, instance.definitionHash),
    ]);
    const workflowName = definition
      ? workflowNameOf(definition)
      : instance.workflowId;
    return { instance, workflowName, state, input, output };
  }

  async readHistory(request: HistoryRequest): Promise<HistoryPage> {
    const until = this.#clock.now() + (request.waitMs ?? 0);
    for (;;) {
      const instance = await this.getInstance(request.instanceId);
      const page = await this.#historyOf(instance, request);
      const leftMs = until - this.#clock.now();
      if (page.items.length > 0 || leftMs <= 0) return page;
      await this.#waiting.forGrowth(instance.id, instance, leftMs);
    }
  }

  async #historyOf(
    instance: Instance,
    { after, before, order, limit, filter = {} }: HistoryRequest,
  ): Promise<HistoryPage> {
    const seqOf = (id: string | undefined) => {
      const position = id === undefined ? undefined : parseEventId(id);
      return position?.epoch === instance.epoch ? position.seq : undefined;
    };
    const end = Math.min(seqOf(before) ?? Infinity, instance.seq + 1);
    const start = seqOf(after);
    const [entries, total] = await Promise.all([
      this.#reader.searchLog(instance.id, {
        filter,
        afterSeq: order === 'asc' ? start ?? 0 : 0,
        beforeSeq: order === 'asc' ? end : Math.min(start ?? Infinity, end),
        order,
        limit,
      }),
      Object.values(filter).some(one => one !== undefined)
        ? this.#reader.countLog(instance.id, filter)
        : instance.seq,
    ]);
    return {
      items: entries.map(entry => presentEvent(instance, entry)),
      epoch: instance.epoch,
      first: 1,
      head: instance.seq,
      total,
    };
  }

  async readPayload({
    instanceId,
    ref,
  }: {
    readonly instanceId: string;
    readonly ref: string;
  }): Promise<string> {
    await this.getInstance(instanceId);
    const text = await this.#reader.readPayload(instanceId, ref);
    if (text === undefined) throw payloadNotFound(instanceId, ref);
    return text;
  }

  async openFeed(instanceId: string): Promise<InstanceFeed> {
    const opened = await this.getInstance(instanceId);
    return {
      head: () => this.getInstance(instanceId),
      state: async untilSeq => {
        const instance = await this.getInstance(instanceId);
        return this.#stateOf({ ...instance, seq: untilSeq ?? instance.seq });
      },
      read: (afterSeq, limit) => this.#readEvents(opened, afterSeq, limit),
      onGrowth: listener => this.#watcher.watch(instanceId, opened, listener),
    };
  }

  async getProgress(instanceId: string): Promise<Progress> {
    const details = await this.getInstanceDetails(instanceId);
    const { workflowId, definitionHash } = details.instance;
    const [stored, earlier] = await Promise.all([
      this.#definitions.getByHash(workflowId, definitionHash),
      this.#reader.usualDurations(workflowId, EARLIER_RUNS),
    ]);
    const tasks = stored && parseWorkflow(stored.text).definition?.do;
    const stages = (tasks ?? []).map(({ pointer, name }) => ({
      ref: pointer,
      name,
    }));
    return { details, stages, earlier, now: this.#clock.now() };
  }

  async deleteInstance(instanceId: string): Promise<void> {
    const { status } = await this.getInstance(instanceId);
    if (await this.#reader.deleteEnded(instanceId)) return;
    throw new ServiceError(
      'STATE_CONFLICT',
      `The instance "${instanceId}" has not ended: it is ${status}; cancel it first`,
    );
  }

  async execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    await this.#requireEnabled(request.workflowId);
    return this.#runtime.start({
      ...request,
      initiator: caller.ref,
      initiatorKind: caller.kind,
    });
  }

  async dryRun(request: DryRunRequest): Promise<TrialReport> {
    const definition = await this.#library.current(request.workflowId);
    return this.#trials.dryRun(definition, request);
  }

  async executeTask(request: TaskTrialRequest): Promise<TaskTrial> {
    const definition = await this.#library.current(request.workflowId);
    return this.#trials.executeTask(definition, request);
  }

  async waitForEnd({
    instanceId,
    ms,
  }: {
    readonly instanceId: string;
    readonly ms: number;
  }): Promise<InstanceDetails> {
    const head = await this.getInstance(instanceId);
    await this.#waiting.forEnd(instanceId, head, ms);
    return this.getInstanceDetails(instanceId);
  }

  async act(act: InstanceAct, caller: Caller): Promise<Instance> {
    await this.#carryOut(act, {
      actor: { ...actorOf(caller), reason: act.reason },
      idempotencyKey: act.idempotencyKey,
    });
    return this.getInstance(act.instanceId);
  }

  async rerun(
    { instanceId, input, idempotencyKey }: RerunRequest,
    caller: Caller,
  ): Promise<string> {
    const { workflowId } = await this.getInstance(instanceId);
    await this.#requireEnabled(workflowId);
    const act = { actor: actorOf(caller), idempotencyKey };
    return this.#runtime.rerun(instanceId, { input }, act);
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

  async listTriggers({
    workflowId,
  }: {
    readonly workflowId?: string;
  }): Promise<readonly Schedule[]> {
    const all = await this.#schedules.list();
    return all
      .filter(one => workflowId === undefined || one.workflowId === workflowId)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async getTrigger(triggerId: string): Promise<Schedule> {
    const triggers = await this.listTriggers({});
    const trigger = triggers.find(({ id }) => id === triggerId);
    if (!trigger) throw triggerNotFound(triggerId);
    return trigger;
  }

  async pauseTrigger({
    triggerId,
    isPaused,
  }: {
    readonly triggerId: string;
    readonly isPaused: boolean;
  }): Promise<Schedule> {
    await this.#schedules.setPaused(triggerId, isPaused);
    return this.getTrigger(triggerId);
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

  async #carryOut(act: InstanceAct, by: Act): Promise<void> {
    const { instanceId } = act;
    switch (act.verb) {
      case 'suspend':
        return this.#runtime.suspend(instanceId, by);
      case 'resume':
        return this.#runtime.resume(instanceId, by);
      case 'cancel':
        return this.#runtime.cancel(instanceId, { ...by, force: act.force });
      case 'retry':
        return this.#runtime.retry(instanceId, act.request, by);
      default: {
        const key = await this.#latestRunOf(instanceId, act.task);
        return this.#runtime.actOnTask(instanceId, key, act.action, by);
      }
    }
  }

  /** A task is named by the key of one of its runs, or by its pointer. */
  async #latestRunOf(instanceId: string, task: string): Promise<string> {
    const instance = await this.getInstance(instanceId);
    const { tasks } = await this.#stateOf(instance);
    const { ref } = parseTaskKey(task);
    const run =
      tasks.find(({ key }) => key === task && key !== ref) ??
      tasks.findLast(one => one.ref === task);
    if (!run) throw taskNotFound(instanceId, task);
    return run.key;
  }

  /** @throws {@link ServiceError} `WORKFLOW_DISABLED` */
  async #requireEnabled(workflowId: string): Promise<void> {
    const definition = await this.#definitions.getCurrent(workflowId);
    if (!definition || definition.isEnabled) return;
    throw new ServiceError(
      'WORKFLOW_DISABLED',
      `The workflow "${workflowId}" is disabled: it may not be run`,
    );
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

  async #workflowNames(): Promise<ReadonlyMap<string, string>> {
    const definitions = await this.#definitions.listCurrent();
    return new Map(
      definitions.map(one => [one.workflowId, workflowNameOf(one)]),
    );
  }

  /** Reads no further than the row says, so that state and row are of the same moment. */
  async #stateOf(instance: Instance): Promise<InstanceState> {
    let state = emptyInstance(instance.id);
    while (state.seq < instance.seq) {
      const limit = Math.min(FOLD_PAGE, instance.seq - state.seq);
      const events = await this.#readEvents(instance, state.seq, limit);
      if (events.length === 0) throw instanceNotFound(instance.id);
      state = foldEvents(events, state);
    }
    return state;
  }

  async #readEvents(
    instance: Instance,
    afterSeq: number,
    limit: number,
  ): Promise<readonly OrchestratorEvent[]> {
    const page = { afterSeq, limit };
    const entries = await this.#reader.readLog(instance.id, page);
    return entries.map(entry => presentEvent(instance, entry));
  }

  async #valueOf(instanceId: string, payload: Payload): Promise<Json> {
    if ('value' in payload) return payload.value;
    const { ref } = payload;
    return JSON.parse(await this.readPayload({ instanceId, ref }));
  }
}

function allOf<F extends InstanceField | WorkflowField>(
  ...filters: readonly (Filter<F> | undefined)[]
): Filter<F> | undefined {
  const present = filters.filter(filter => filter !== undefined);
  return present.length > 0 ? { kind: 'and', filters: present } : undefined;
}

function onWorkflows(values: readonly string[]): WorkflowFilter {
  return { kind: 'in', field: 'id', values };
}

function ofWorkflow(value: string): InstanceFilter {
  return { kind: 'compare', field: 'workflowId', operator: 'eq', value };
}

function forEntity(value: string): InstanceFilter {
  return { kind: 'compare', field: 'targetEntity', operator: 'eq', value };
}
