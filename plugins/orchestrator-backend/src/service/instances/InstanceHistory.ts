import type {
  Clock,
  Instance,
  InstanceReader,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { presentEvent } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { parseEventId } from './eventId';
import type { InstanceRecords } from './InstanceRecords';
import type { HistoryPage, HistoryRequest } from './InstanceService';
import type { InstanceWaiting } from './InstanceWaiting';

/** Finds parts of logs, and waits for what is not yet there. */
export class InstanceHistory {
  constructor(
    private readonly parts: {
      readonly records: InstanceRecords;
      readonly reader: InstanceReader;
      readonly waiting: InstanceWaiting;
      readonly clock: Clock;
    },
  ) {}

  /** @throws {@link EngineError} `INSTANCE_NOT_FOUND` */
  async read(request: HistoryRequest): Promise<HistoryPage> {
    const { records, waiting, clock } = this.parts;
    const until = clock.now() + (request.waitMs ?? 0);
    for (;;) {
      const instance = await records.get(request.instanceId);
      const page = await this.#pageOf(instance, request);
      const leftMs = until - clock.now();
      if (page.items.length > 0 || leftMs <= 0) return page;
      await waiting.forGrowth(instance.id, instance, leftMs);
    }
  }

  async #pageOf(
    instance: Instance,
    request: HistoryRequest,
  ): Promise<HistoryPage> {
    const { reader } = this.parts;
    const { order, limit, filter = {} } = request;
    const { firstSeq = 1 } = instance;
    const [entries, total] = await Promise.all([
      reader.searchLog(instance.id, {
        filter,
        ...boundsOf(instance, request),
        order,
        limit,
      }),
      Object.values(filter).some(one => one !== undefined)
        ? reader.countLog(instance.id, filter)
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
}

/** Between which entries those asked for are; nothing that comes after the row was read. */
function boundsOf(
  { epoch, seq }: Instance,
  { after, before, order }: HistoryRequest,
): { readonly afterSeq: number; readonly beforeSeq: number } {
  const seqOf = (id: string | undefined) => {
    const position = id === undefined ? undefined : parseEventId(id);
    return position?.epoch === epoch ? position.seq : undefined;
  };
  const start = seqOf(after);
  const end = Math.min(seqOf(before) ?? Infinity, seq + 1);
  return order === 'asc'
    ? { afterSeq: start ?? 0, beforeSeq: end }
    : { afterSeq: 0, beforeSeq: Math.min(start ?? Infinity, end) };
}
