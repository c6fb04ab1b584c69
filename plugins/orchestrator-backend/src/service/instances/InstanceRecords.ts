import {
  emptyInstance,
  foldEvents,
  type InstanceState,
  type Json,
  type OrchestratorEvent,
  type Payload,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  presentEvent,
  type Instance,
  type InstanceReader,
  type PayloadText,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { instanceNotFound, payloadNotFound } from '../notFound';
import { inlineValueOf } from './inlineValueOf';
import type { PayloadRequest } from './InstanceService';
import { valueWithin } from './valueWithin';
import { wholeOf } from './wholeOf';

/** How many entries are read at once when a whole log is folded. */
const FOLD_PAGE = 1_000;

/** What the store knows of one instance: its row, its log, and what the log says in sum. */
export class InstanceRecords {
  constructor(private readonly reader: InstanceReader) {}

  /** @throws {@link EngineError} `INSTANCE_NOT_FOUND`, as the others */
  async get(instanceId: string): Promise<Instance> {
    const instance = await this.reader.get(instanceId);
    if (!instance) throw instanceNotFound(instanceId);
    return instance;
  }

  /** @throws {@link EngineError} `PAYLOAD_NOT_FOUND` */
  async payload({ instanceId, ref }: PayloadRequest): Promise<PayloadText> {
    const instance = await this.get(instanceId);
    const text =
      (await this.reader.openPayload(instanceId, ref)) ??
      (await this.#valueInLog(instance, ref));
    if (text === undefined) throw payloadNotFound(instance, ref);
    return text;
  }

  /** A small value is not kept apart, but may be referred to where there are many. */
  async #valueInLog(
    instance: Instance,
    ref: string,
  ): Promise<PayloadText | undefined> {
    if (!/^[0-9a-f]{64}$/.test(ref)) return undefined;
    return valueWithin(await this.stateOf(instance), ref);
  }

  /** @throws {@link EngineError} `PAYLOAD_NOT_FOUND` */
  async valueOf(instanceId: string, payload: Payload): Promise<Json> {
    if (!('ref' in payload)) return inlineValueOf(payload);
    const { ref } = payload;
    const text = await this.payload({ instanceId, ref });
    return JSON.parse(await wholeOf(text));
  }

  /** Reads no further than the row says, so that state and row are of the same moment. */
  async stateOf(instance: Instance): Promise<InstanceState> {
    let state = await this.#baseOf(instance);
    while (state.seq < instance.seq) {
      const limit = Math.min(FOLD_PAGE, instance.seq - state.seq);
      const events = await this.eventsOf(instance, state.seq, limit);
      if (events.length === 0) throw instanceNotFound(instance.id);
      // Entries may be deleted meanwhile: what they have told is kept in sum.
      state =
        events[0].seq === state.seq + 1
          ? foldEvents(events, state)
          : await this.#baseOf(await this.get(instance.id));
    }
    return state;
  }

  /** What comes after an entry, in order. */
  async eventsOf(
    instance: Instance,
    afterSeq: number,
    limit: number,
  ): Promise<readonly OrchestratorEvent[]> {
    const page = { afterSeq, limit };
    const entries = await this.reader.readLog(instance.id, page);
    return entries.map(entry => presentEvent(instance, entry));
  }

  /** What the log begins with: nothing, or the sum of what was deleted. */
  async #baseOf({ id, firstSeq = 1 }: Instance): Promise<InstanceState> {
    if (firstSeq === 1) return emptyInstance(id);
    const base = await this.reader.logBase(id);
    return base?.state ?? emptyInstance(id);
  }
}
