import type { EventSourceMessage } from 'eventsource-parser';
import { isTerminal, type OrchestratorEvent } from './events';
import type { InstanceState } from './fold/InstanceState';
import type { PingEvent, SnapshotReason } from './generated/client/models';
import { cursorOf, resetReason, type Cursor } from './logPosition';
import type { LiveMessages } from './readServerSentEvents';
import {
  StreamWatch,
  transport,
  type ConnectionChange,
  type Ending,
  type StreamWatchOptions,
} from './StreamWatch';

/** The whole state: it replaces what was known. @public */
export interface StateSnapshot {
  readonly type: 'snapshot';
  readonly state: InstanceState;
  /** Why the stream could not go on where it was; absent for the first snapshot. */
  readonly reason?: SnapshotReason;
}

/** One more event of the log; `foldInstance` brings the state up to date by it. @public */
export interface LoggedEvent {
  readonly type: 'event';
  readonly event: OrchestratorEvent;
}

/** What a watch yields. @public */
export type WatchItem = ConnectionChange | StateSnapshot | LoggedEvent;

/** A page of an instance's event log. @public */
export interface InstanceHistoryPage {
  readonly items: readonly OrchestratorEvent[];
  readonly epoch: string;
  /** The oldest `seq` that the log still has. */
  readonly first: number;
  /** The newest `seq`. */
  readonly head: number;
  /** How many events the log has. */
  readonly total: number;
}

/** Where a watch gets an instance's events from. */
export interface InstanceEventSource {
  /** Opens the live stream after the event with this id, or from a snapshot. */
  open(
    after: string | undefined,
    signal: AbortSignal,
  ): Promise<LiveMessages | undefined>;
  /** The events after the one with this id, oldest first; waits for some so many seconds. */
  history(
    after: string | undefined,
    signal: AbortSignal,
    waitSeconds?: number,
  ): Promise<InstanceHistoryPage>;
  /** The state as it is now. */
  state(signal: AbortSignal): Promise<InstanceState>;
}

/** So many connections in a row must fail before it asks instead of listening. */
const failuresBeforePolling = 3;

/** How long it asks before it tries to listen again. */
const pollingMs = 60_000;

/** How long the server may take to answer that there is nothing new. */
const pollSeconds = 25;

type News = StateSnapshot | LoggedEvent;

/**
 * Follows one instance. Owns the cursor.
 *
 * - W1 Every event after the first snapshot (or after the cursor given) is yielded once, in order, without gaps.
 * - W2 Only messages with an id move the cursor.
 * - W3 Where streams do not get through, the log is asked for what is new, and the stream is tried again every minute.
 * - W4 Where the log cannot be gone on with after the cursor, the state is yielded in its place.
 */
export class InstanceWatch extends StreamWatch<News> {
  readonly #source: InstanceEventSource;
  #cursor: Cursor | undefined;
  #isBehind = false;
  /** As far as is known; it may still be taken up again. */
  #hasEnded = false;

  constructor(
    options: StreamWatchOptions & {
      readonly source: InstanceEventSource;
      readonly after?: string;
    },
  ) {
    super(options);
    this.#source = options.source;
    this.#cursor = options.after ? cursorOf(options.after) : undefined;
  }

  protected open(signal: AbortSignal): Promise<LiveMessages | undefined> {
    return this.#source.open(this.#cursorId(), signal);
  }

  protected async *take(
    { event: type, id, data }: EventSourceMessage,
    signal: AbortSignal,
  ): AsyncGenerator<News, void, void> {
    switch (type) {
      case 'ping':
        yield* this.#heed(JSON.parse(data), signal);
        return;
      case 'snapshot':
        yield this.#replace(JSON.parse(data).data);
        return;
      case 'cursor':
        if (id) this.#moveTo(cursorOf(id));
        return;
      default:
        if (id) yield* this.#append(JSON.parse(data), signal);
    }
  }

  /** W3 */
  protected instead(
    error: Error | undefined,
  ): AsyncGenerator<WatchItem, Ending, void> | undefined {
    if (this.failures < failuresBeforePolling) return undefined;
    return this.guarded(signal => this.#poll(error, signal));
  }

  async *#poll(
    error: Error | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<WatchItem, Ending, void> {
    let isOver = false;
    const cancel = this.timing.schedule(pollingMs, () => {
      isOver = true;
    });
    try {
      yield* this.#readOn(signal, 0);
      yield* this.become('polling', { error });
      while (!isOver && !signal.aborted) {
        const hasNews = yield* this.#readOn(signal, pollSeconds);
        if (!hasNews && this.#hasEnded) return { kind: 'finished' };
      }
      return { kind: 'streamAgain' };
    } finally {
      cancel();
    }
  }

  /** W4. @returns whether there was something new */
  async *#readOn(
    signal: AbortSignal,
    waitSeconds?: number,
  ): AsyncGenerator<News, boolean, void> {
    if (!this.#cursor) return yield* this.#readState(signal);
    const page = await transport(
      this.#source.history(this.#cursorId(), signal, waitSeconds),
    );
    const reason = resetReason(this.#cursor, page);
    if (reason) return yield* this.#readState(signal, reason);
    for (const event of page.items) {
      if (event.seq > this.#lastSeq(page.epoch)) yield this.#news(event);
    }
    return page.items.length > 0;
  }

  async *#readState(
    signal: AbortSignal,
    reason?: SnapshotReason,
  ): AsyncGenerator<News, true, void> {
    const state = await transport(this.#source.state(signal));
    yield this.#replace({ state, reason });
    return true;
  }

  #replace(snapshot: Omit<StateSnapshot, 'type'>): StateSnapshot {
    const { epoch, seq, status } = snapshot.state;
    this.#moveTo({ epoch, seq });
    this.#hasEnded = isTerminal(status);
    return { type: 'snapshot', ...snapshot };
  }

  /** Yields the event, after those that should have come before it; nothing when it is known already. */
  async *#append(
    event: OrchestratorEvent,
    signal: AbortSignal,
  ): AsyncGenerator<News, void, void> {
    const { epoch, seq } = cursorOf(event.id);
    if (this.#lastSeq(epoch) + 1 < seq) {
      yield* this.#catchUp({ epoch, seq: seq - 1 }, signal);
    }
    if (seq > this.#lastSeq(epoch)) yield this.#news(event);
  }

  #news(event: OrchestratorEvent): LoggedEvent {
    this.#moveTo(cursorOf(event.id));
    if (event.type === 'instance.status_changed') {
      this.#hasEnded = isTerminal(event.data.to);
    }
    return { type: 'event', event };
  }

  /** A head that is ahead of the cursor at two heartbeats in a row is a loss, not a race. */
  async *#heed(
    { head, intervalMs }: PingEvent,
    signal: AbortSignal,
  ): AsyncGenerator<News, void, void> {
    this.heartbeatIs(intervalMs);
    const newest = cursorOf(head);
    const wasBehind = this.#isBehind;
    this.#isBehind = this.#lastSeq(newest.epoch) < newest.seq;
    if (wasBehind && this.#isBehind) yield* this.#catchUp(newest, signal);
  }

  /** Reads from the history what the stream left out. */
  async *#catchUp(
    { epoch, seq }: Cursor,
    signal: AbortSignal,
  ): AsyncGenerator<News, void, void> {
    let hasNews = true;
    while (hasNews && this.#lastSeq(epoch) < seq) {
      hasNews = yield* this.#readOn(signal);
    }
  }

  #moveTo(cursor: Cursor) {
    this.#cursor = cursor;
    this.#isBehind = false;
  }

  #cursorId(): string | undefined {
    return this.#cursor && `${this.#cursor.epoch}.${this.#cursor.seq}`;
  }

  #lastSeq(epoch: string): number {
    return this.#cursor?.epoch === epoch ? this.#cursor.seq : 0;
  }
}
