import {
  emptyInstance,
  foldEvents,
  type InstanceState,
  type Json,
  type OrchestratorEvent,
  type Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { parseWorkflow } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import {
  presentEvent,
  type Clock,
  type DefinitionStore,
  type Instance,
  type InstanceReader,
  type PayloadText,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { parseEventId } from './eventId';
import { inlineValueOf } from './inlineValueOf';
import type { InstanceFeed } from './InstanceFeed';
import { InstanceWaiting } from './InstanceWaiting';
import type { LogWatcher } from './LogWatcher';
import { instanceNotFound, payloadNotFound } from './notFound';
import type {
  HistoryPage,
  HistoryRequest,
  InstanceDetails,
} from './OrchestratorService';
import type { Progress } from './Progress';
import { wholeOf } from './wholeOf';
import { workflowNameOf } from './workflowNameOf';

/** How many entries are read at once when a whole log is folded. */
const FOLD_PAGE = 1_000;

/** How many earlier runs tell how long something usually takes. */
const EARLIER_RUNS = 20;

/** What the store knows of one instance: its row, its log, and what the log says in sum. */
export class InstanceRecords {
  readonly #definitions: DefinitionStore;
  readonly #reader: InstanceReader;
  readonly #watcher: LogWatcher;
  readonly #waiting: InstanceWaiting;
  readonly #clock: Clock;

  constructor(options: {
    readonly definitions: DefinitionStore;
    readonly reader: InstanceReader;
    readonly watcher: LogWatcher;
    readonly clock: Clock;
  }) {
    this.#definitions = options.definitions;
    this.#reader = options.reader;
    this.#watcher = options.watcher;
    this.#waiting = new InstanceWaiting(options.watcher, options.clock);
    this.#clock = options.clock;
  }

  /** @throws {@link EngineError} `INSTANCE_NOT_FOUND`, as the others */
  async get(instanceId: string): Promise<Instance> {
    const instance = await this.#reader.get(instanceId);
    if (!instance) throw instanceNotFound(instanceId);
    return instance;
  }

  async details(instanceId: string): Promise<InstanceDetails> {
    const instance = await this.get(instanceId);
    const [state, input, output, definition] = await Promise.all([
      this.stateOf(instance),
      this.#valueOf(instanceId, instance.input),
      instance.output && this.#valueOf(instanceId, instance.output),
      this.#definitions.getByHash(instance.workflowId, instance.definitionHash),
    ]);
    const workflowName = definition
      ? workflowNameOf(definition)
      : instance.workflowId;
    return { instance, workflowName, state, input, output };
  }

  async history(request: HistoryRequest): Promise<HistoryPage> {
    const until = this.#clock.now() + (request.waitMs ?? 0);
    for (;;) {
      const instance = await this.get(request.instanceId);
      const page = await this.#historyOf(instance, request);
      const leftMs = until - this.#clock.now();
      if (page.items.length > 0 || leftMs <= 0) return page;
      await this.#waiting.forGrowth(instance.id, instance, leftMs);
    }
  }

  /** @throws {@link EngineError} `PAYLOAD_NOT_FOUND` */
  async payload({
    instanceId,
    ref,
  }: {
    readonly instanceId: string;
    readonly ref: string;
  }): Promise<PayloadText> {
    await this.get(instanceId);
    const text = await this.#reader.openPayload(instanceId, ref);
    if (text === undefined) throw payloadNotFound(instanceId, ref);
    return text;
  }

  async feed(instanceId: string): Promise<InstanceFeed> {
    const opened = await this.get(instanceId);
    return {
      head: () => this.get(instanceId),
      state: async untilSeq => {
        const instance = await this.get(instanceId);
        return this.stateOf({ ...instance, seq: untilSeq ?? instance.seq });
      },
      read: (afterSeq, limit) => this.#readEvents(opened, afterSeq, limit),
      onGrowth: listener => this.#watcher.watch(instanceId, opened, listener),
    };
  }

  async progress(instanceId: string): Promise<Progress> {
    const details = await this.details(instanceId);
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

  /** The instance when it has ended, or after `ms` milliseconds. */
  async atEnd({
    instanceId,
    ms,
  }: {
    readonly instanceId: string;
    readonly ms: number;
  }): Promise<InstanceDetails> {
    const head = await this.get(instanceId);
    await this.#waiting.forEnd(instanceId, head, ms);
    return this.details(instanceId);
  }

  /** Reads no further than the row says, so that state and row are of the same moment. */
  async stateOf(instance: Instance): Promise<InstanceState> {
    let state = await this.#baseOf(instance);
    while (state.seq < instance.seq) {
      const limit = Math.min(FOLD_PAGE, instance.seq - state.seq);
      const events = await this.#readEvents(instance, state.seq, limit);
      if (events.length === 0) throw instanceNotFound(instance.id);
      // Entries may be deleted meanwhile: what they have told is kept in sum.
      state =
        events[0].seq === state.seq + 1
          ? foldEvents(events, state)
          : await this.#baseOf(await this.get(instance.id));
    }
    return state;
  }

  /** What the log begins with: nothing, or the sum of what was deleted. */
  async #baseOf({ id, firstSeq = 1 }: Instance): Promise<InstanceState> {
    if (firstSeq === 1) return emptyInstance(id);
    const base = await this.#reader.logBase(id);
    return base?.state ?? emptyInstance(id);
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
    const { firstSeq = 1 } = instance;
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
        : instance.seq - firstSeq + 1,
    ]);
    return {
      items: entries.map(entry => presentEvent(instance, entry)),
      epoch: instance.epoch,
      first: firstSeq,
      head: instance.seq,
      total,
    };
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
    if (!('ref' in payload)) return inlineValueOf(payload);
    const { ref } = payload;
    const text = await this.payload({ instanceId, ref });
    return JSON.parse(await wholeOf(text));
  }
}
