import {
  INSTANCE_STATUSES,
  type InstanceStatus,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Clock,
  DefinitionStore,
  Instance,
  InstanceFilter,
  InstanceReader,
  PayloadText,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { allOf } from '../allOf';
import { workflowNotFound } from '../notFound';
import { workflowNameOf } from '../workflows/workflowNameOf';
import type { InstanceFeed } from './InstanceFeed';
import { InstanceHistory } from './InstanceHistory';
import type { InstanceRecords } from './InstanceRecords';
import type {
  EndRequest,
  HistoryPage,
  HistoryRequest,
  InstanceDetails,
  InstanceList,
  InstanceListQuery,
  InstancePage,
  InstanceSearch,
  InstanceService,
  PayloadRequest,
  Progress,
} from './InstanceService';
import { InstanceWaiting } from './InstanceWaiting';
import type { LogWatcher } from './LogWatcher';

/** How many earlier runs tell how long something usually takes. */
const EARLIER_RUNS = 20;

/** {@link InstanceService} over the engine. Lets everyone do everything. */
export class DefaultInstanceService implements InstanceService {
  readonly #definitions: DefinitionStore;
  readonly #reader: InstanceReader;
  readonly #records: InstanceRecords;
  readonly #watcher: LogWatcher;
  readonly #clock: Clock;
  readonly #waiting: InstanceWaiting;
  readonly #history: InstanceHistory;

  constructor(options: {
    readonly definitions: DefinitionStore;
    readonly reader: InstanceReader;
    readonly records: InstanceRecords;
    readonly watcher: LogWatcher;
    readonly clock: Clock;
  }) {
    this.#definitions = options.definitions;
    this.#reader = options.reader;
    this.#records = options.records;
    this.#watcher = options.watcher;
    this.#clock = options.clock;
    this.#waiting = new InstanceWaiting(options.watcher, options.clock);
    this.#history = new InstanceHistory({ ...options, waiting: this.#waiting });
  }

  async listStatuses(): Promise<readonly InstanceStatus[]> {
    return INSTANCE_STATUSES;
  }

  async search(search: InstanceSearch): Promise<InstancePage> {
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

  async list({
    isCounted,
    ...query
  }: InstanceListQuery): Promise<InstanceList> {
    const [items, total] = await Promise.all([
      this.#reader.listFrom(query),
      isCounted ? this.#reader.count(query.filter) : undefined,
    ]);
    return { items, total };
  }

  get(instanceId: string): Promise<Instance> {
    return this.#records.get(instanceId);
  }

  async getDetails(instanceId: string): Promise<InstanceDetails> {
    const instance = await this.get(instanceId);
    const { workflowId, definitionHash } = instance;
    const [state, input, output, definition] = await Promise.all([
      this.#records.stateOf(instance),
      this.#records.valueOf(instanceId, instance.input),
      instance.output && this.#records.valueOf(instanceId, instance.output),
      this.#definitions.getByHash(workflowId, definitionHash),
    ]);
    const workflowName = definition ? workflowNameOf(definition) : workflowId;
    return { instance, workflowName, state, input, output };
  }

  readHistory(request: HistoryRequest): Promise<HistoryPage> {
    return this.#history.read(request);
  }

  readPayload(request: PayloadRequest): Promise<PayloadText> {
    return this.#records.payload(request);
  }

  async openFeed(instanceId: string): Promise<InstanceFeed> {
    const records = this.#records;
    const opened = await this.get(instanceId);
    return {
      head: () => this.get(instanceId),
      state: async untilSeq => {
        const instance = await this.get(instanceId);
        return records.stateOf({ ...instance, seq: untilSeq ?? instance.seq });
      },
      read: (afterSeq, limit) => records.eventsOf(opened, afterSeq, limit),
      onGrowth: listener => this.#watcher.watch(instanceId, opened, listener),
    };
  }

  async getProgress(instanceId: string): Promise<Progress> {
    const details = await this.getDetails(instanceId);
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

  async waitForEnd({ instanceId, ms }: EndRequest): Promise<InstanceDetails> {
    const head = await this.get(instanceId);
    await this.#waiting.forEnd(instanceId, head, ms);
    return this.getDetails(instanceId);
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
