import {
  emptyInstance,
  foldEvents,
  INSTANCE_STATUSES,
  type InstanceState,
  type InstanceStatus,
  type Json,
  type OrchestratorEvent,
  type Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  presentEvent,
  type Clock,
  type DefinitionStore,
  type Instance,
  type InstanceFilter,
  type InstanceReader,
  type StoredDefinition,
  type WorkflowRuntime,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { actorOf, type Caller } from './Caller';
import { parseEventId } from './eventId';
import type { InstanceFeed } from './InstanceFeed';
import type { LogWatcher } from './LogWatcher';
import {
  instanceNotFound,
  payloadNotFound,
  workflowNotFound,
} from './notFound';
import type {
  ExecuteRequest,
  HistoryPage,
  HistoryRequest,
  InstanceDetails,
  InstancePage,
  InstanceSearch,
  OrchestratorService,
  Workflow,
  WorkflowQuery,
  WorkflowRequest,
} from './OrchestratorService';
import { workflowNameOf } from './workflowNameOf';

/** `runsLastMonth` counts this far back. */
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** How many entries are read at once when a whole log is folded. */
const FOLD_PAGE = 1_000;

/** {@link OrchestratorService} over the engine. Lets everyone do everything. */
export class DefaultOrchestratorService implements OrchestratorService {
  readonly #runtime: WorkflowRuntime;
  readonly #definitions: DefinitionStore;
  readonly #reader: InstanceReader;
  readonly #watcher: LogWatcher;
  readonly #clock: Clock;

  constructor(options: {
    readonly runtime: WorkflowRuntime;
    readonly definitions: DefinitionStore;
    readonly reader: InstanceReader;
    readonly watcher: LogWatcher;
    readonly clock: Clock;
  }) {
    this.#runtime = options.runtime;
    this.#definitions = options.definitions;
    this.#reader = options.reader;
    this.#watcher = options.watcher;
    this.#clock = options.clock;
  }

  async listWorkflows(query: WorkflowQuery): Promise<readonly Workflow[]> {
    const definitions = await this.#definitionsFor(query);
    const workflows = await this.#withStats(definitions, query.countedRuns);
    const matching = query.where ? workflows.filter(query.where) : workflows;
    const sorted = query.compare ? matching.sort(query.compare) : matching;
    const { offset, limit = sorted.length } = query;
    return sorted.slice(offset, offset + limit);
  }

  async getWorkflow(request: WorkflowRequest): Promise<Workflow> {
    const definition = await this.#definitions.getCurrent(request.workflowId);
    if (!definition) throw workflowNotFound(request.workflowId);
    const [workflow] = await this.#withStats([definition], request.countedRuns);
    return workflow;
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
    const { instanceId, limit, order } = request;
    const instance = await this.getInstance(instanceId);
    const position = request.after ? parseEventId(request.after) : undefined;
    const seq = position?.epoch === instance.epoch ? position.seq : undefined;
    const entries =
      order === 'asc'
        ? await this.#reader.readLog(instanceId, { afterSeq: seq ?? 0, limit })
        : await this.#reader.readLogBackwards(instanceId, {
            beforeSeq: seq ?? instance.seq + 1,
            limit,
          });
    return {
      items: entries.map(entry => presentEvent(instance, entry)),
      epoch: instance.epoch,
      first: 1,
      head: instance.seq,
      total: instance.seq,
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

  async execute(request: ExecuteRequest, caller: Caller): Promise<string> {
    return this.#runtime.start({
      ...request,
      initiator: caller.ref,
      initiatorKind: caller.kind,
    });
  }

  async cancel(instanceId: string, caller: Caller): Promise<void> {
    await this.#runtime.cancel(instanceId, actorOf(caller));
  }

  async #definitionsFor({
    ofEntity,
    countedRuns,
  }: WorkflowQuery): Promise<readonly StoredDefinition[]> {
    const all = await this.#definitions.listCurrent();
    if (!ofEntity) return all;
    const ids = new Set(ofEntity.workflowIds);
    if (ofEntity.targetEntity !== undefined) {
      const runs = await this.#reader.stats({
        filter: allOf(forEntity(ofEntity.targetEntity), countedRuns),
        recentSince: 0,
      });
      runs.forEach(({ workflowId }) => ids.add(workflowId));
    }
    return all.filter(({ workflowId }) => ids.has(workflowId));
  }

  async #withStats(
    definitions: readonly StoredDefinition[],
    filter: InstanceFilter | undefined,
  ): Promise<Workflow[]> {
    const stats = await this.#reader.stats({
      workflowIds: definitions.map(({ workflowId }) => workflowId),
      filter,
      recentSince: this.#clock.now() - MONTH_MS,
    });
    const statsById = new Map(stats.map(one => [one.workflowId, one]));
    return definitions.map(definition => ({
      definition,
      stats: statsById.get(definition.workflowId),
    }));
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

function allOf(
  ...filters: readonly (InstanceFilter | undefined)[]
): InstanceFilter | undefined {
  const present = filters.filter(filter => filter !== undefined);
  return present.length > 0 ? { kind: 'and', filters: present } : undefined;
}

function ofWorkflow(value: string): InstanceFilter {
  return { kind: 'compare', field: 'workflowId', operator: 'eq', value };
}

function forEntity(value: string): InstanceFilter {
  return { kind: 'compare', field: 'targetEntity', operator: 'eq', value };
}
