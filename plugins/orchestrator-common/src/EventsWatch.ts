import type { EventSourceMessage } from 'eventsource-parser';
import type { PingEvent, SnapshotReason } from './generated/client/models';
import type { LoggedEvent } from './InstanceWatch';
import { liveMessagesOf, type LiveMessages } from './readServerSentEvents';
import {
  StreamWatch,
  type ConnectionChange,
  type StreamWatchOptions,
} from './StreamWatch';

/** What is known of instances is to be read anew: what comes after this follows on it. @public */
export interface EventsReset {
  readonly type: 'reset';
  /** Why the stream could not go on where it was; absent at the beginning. */
  readonly reason?: SnapshotReason;
}

/** What a watch of many instances yields. @public */
export type EventsWatchItem = ConnectionChange | EventsReset | LoggedEvent;

/** Of how many instances it is known what was told last: those told of last. */
const maxKnown = 5_000;

/**
 * Follows many instances. Owns the place in the feed of all logs.
 *
 * - W1 Every event after the first `reset` is yielded, those of one instance in order and once.
 * - W2 Only messages with an id move the place.
 */
export class EventsWatch extends StreamWatch<EventsReset | LoggedEvent> {
  readonly #open: (
    after: string | undefined,
    signal: AbortSignal,
  ) => Promise<Response>;
  #place: string | undefined;
  /** Id of the last event of each instance since the last reset. */
  readonly #known = new Map<string, string>();

  constructor(
    options: StreamWatchOptions & {
      /** Opens the stream after the event with this id, or from where the feed is now. */
      readonly open: (
        after: string | undefined,
        signal: AbortSignal,
      ) => Promise<Response>;
      readonly after?: string;
    },
  ) {
    super(options);
    this.#open = options.open;
    this.#place = options.after;
  }

  protected async open(signal: AbortSignal): Promise<LiveMessages | undefined> {
    return liveMessagesOf(await this.#open(this.#place, signal));
  }

  protected async *take({
    event: type,
    id,
    data,
  }: EventSourceMessage): AsyncGenerator<
    EventsReset | LoggedEvent,
    void,
    void
  > {
    if (id) this.#place = id;
    switch (type) {
      case 'ping':
        this.heartbeatIs((JSON.parse(data) as PingEvent).intervalMs);
        return;
      case 'snapshot':
        this.#known.clear();
        yield { type: 'reset', reason: JSON.parse(data).data.reason };
        return;
      case 'cursor':
        return;
      default:
        if (id) yield* this.#news({ type: 'event', event: JSON.parse(data) });
    }
  }

  #remember(instanceId: string, id: string) {
    this.#known.delete(instanceId);
    this.#known.set(instanceId, id);
    if (this.#known.size <= maxKnown) return;
    const [oldest] = this.#known.keys();
    this.#known.delete(oldest);
  }

  /** A stream may repeat what it has sent when it begins again. */
  *#news(item: LoggedEvent): Generator<LoggedEvent, void, void> {
    const { instanceId, id, seq } = item.event;
    const known = this.#known.get(instanceId);
    const [epoch] = id.split('.');
    if (known?.startsWith(`${epoch}.`)) {
      if (Number(known.slice(epoch.length + 1)) >= seq) return;
    }
    this.#remember(instanceId, id);
    yield item;
  }
}
