import { NotAllowedError, ResponseError } from '@backstage/errors';
import type { EventSourceMessage } from 'eventsource-parser';
import type { OrchestratorEvent } from './events';
import type { InstanceState } from './foldInstance';
import type {
  ByeEvent,
  PingEvent,
  SnapshotReason,
} from './generated/client/models';
import { readServerSentEvents } from './readServerSentEvents';
import type { Timing } from './Timing';

/**
 * How a watch stands with its server: `live` while the stream is open, `stale` when it has gone silent,
 * `reconnecting` until it is open again, `finished` when there is nothing more to come.
 *
 * @public
 */
export type ConnectionStatus = 'live' | 'stale' | 'reconnecting' | 'finished';

/** The connection is another. @public */
export interface ConnectionChange {
  readonly type: 'connection';
  readonly status: ConnectionStatus;
  /** While reconnecting: milliseconds until the next try. */
  readonly retryInMs?: number;
  /** While reconnecting: what broke the connection, unless the server ended it. */
  readonly error?: Error;
}

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

/** Where a watch gets an instance's events from. @internal */
export interface InstanceEventSource {
  /** Opens the live stream after the event with this id, or from a snapshot. */
  open(after: string | undefined, signal: AbortSignal): Promise<Response>;
  /** The events after the one with this id, oldest first. */
  history(
    after: string | undefined,
    signal: AbortSignal,
  ): Promise<InstanceHistoryPage>;
}

const defaultIntervalMs = 15_000;
const silentIntervals = 2.5;
const longestBackoffMs = 30_000;

/** Position in a log. */
interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** How a connection ended. */
type Ending =
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'again';
      readonly afterMs?: number;
      readonly error?: Error;
    };

/** The transport broke; trying again may help. */
class ConnectionLostError extends Error {
  readonly name = 'ConnectionLostError';
}

/**
 * Follows one instance through as many connections as it takes. Owns the cursor and the reconnecting.
 *
 * - W1 Every event after the first snapshot (or after the cursor given) is yielded once, in order, without gaps.
 * - W2 Only messages with an id move the cursor.
 * - W3 A stream that is silent for 2.5 heartbeats is given up.
 * - W4 What a retry cannot mend (no such instance, not allowed) is thrown; all else is retried with back-off.
 * - W5 When the caller aborts or stops iterating, the connection is closed.
 *
 * @internal
 */
export class InstanceWatch {
  readonly #source: InstanceEventSource;
  readonly #timing: Timing;
  readonly #signal: AbortSignal | undefined;
  #cursor: Cursor | undefined;
  #status: ConnectionStatus | undefined;
  #intervalMs = defaultIntervalMs;
  #failures = 0;
  #isBehind = false;

  constructor(options: {
    readonly source: InstanceEventSource;
    readonly timing: Timing;
    readonly after?: string;
    readonly signal?: AbortSignal;
  }) {
    this.#source = options.source;
    this.#timing = options.timing;
    this.#signal = options.signal;
    this.#cursor = options.after ? cursorOf(options.after) : undefined;
  }

  /** Yields until the instance has ended and the server says so, or the caller aborts. */
  async *items(): AsyncGenerator<WatchItem, void, void> {
    while (!this.#signal?.aborted) {
      const ending = yield* this.#connection();
      if (ending.kind === 'finished') {
        yield* this.#become('finished');
        return;
      }
      if (this.#signal?.aborted) return;
      const retryInMs = ending.afterMs ?? this.#backoffMs();
      yield* this.#become('reconnecting', { retryInMs, error: ending.error });
      await this.#pause(retryInMs);
    }
  }

  /** One connection, from opening to its end. */
  async *#connection(): AsyncGenerator<WatchItem, Ending, void> {
    const connection = new AbortController();
    const abort = () => connection.abort();
    this.#signal?.addEventListener('abort', abort);
    try {
      const response = await transport(
        this.#source.open(this.#cursorId(), connection.signal),
      );
      if (response.status === 204) return { kind: 'finished' };
      yield* this.#become('live');
      return yield* this.#follow(response, connection.signal);
    } catch (error) {
      if (!(error instanceof ConnectionLostError)) throw error;
      this.#failures += 1;
      return { kind: 'again', error };
    } finally {
      this.#signal?.removeEventListener('abort', abort);
      connection.abort();
    }
  }

  async *#follow(
    response: Response,
    signal: AbortSignal,
  ): AsyncGenerator<WatchItem, Ending, void> {
    if (!response.body) throw new ConnectionLostError('The stream has no body');
    const messages = readServerSentEvents(response.body);
    for (;;) {
      const next = await this.#beforeSilence(messages.next());
      if (next === 'silence') {
        yield* this.#become('stale');
        return { kind: 'again' };
      }
      if (next.done) throw new ConnectionLostError('The stream was cut off');
      this.#failures = 0;
      const ending = yield* this.#take(next.value, signal);
      if (ending) return ending;
    }
  }

  async *#take(
    { event: type, id, data }: EventSourceMessage,
    signal: AbortSignal,
  ): AsyncGenerator<WatchItem, Ending | undefined, void> {
    switch (type) {
      case 'ping':
        yield* this.#heed(JSON.parse(data), signal);
        return undefined;
      case 'bye':
        return endingOf(JSON.parse(data));
      case 'snapshot':
        yield this.#replace(JSON.parse(data));
        return undefined;
      case 'cursor':
        if (id) this.#moveTo(cursorOf(id));
        return undefined;
      default:
        if (id) yield* this.#append(JSON.parse(data), signal);
        return undefined;
    }
  }

  #replace(message: {
    readonly id: string;
    readonly data: {
      readonly state: InstanceState;
      readonly reason?: SnapshotReason;
    };
  }): StateSnapshot {
    this.#moveTo(cursorOf(message.id));
    return { type: 'snapshot', ...message.data };
  }

  /** Yields the event, after those that should have come before it; nothing when it is known already. */
  async *#append(
    event: OrchestratorEvent,
    signal: AbortSignal,
  ): AsyncGenerator<WatchItem, void, void> {
    const { epoch, seq } = cursorOf(event.id);
    if (this.#lastSeq(epoch) + 1 < seq) {
      yield* this.#catchUp({ epoch, seq: seq - 1 }, signal);
    }
    if (seq <= this.#lastSeq(epoch)) return;
    this.#moveTo({ epoch, seq });
    yield { type: 'event', event };
  }

  /** A head that is ahead of the cursor at two heartbeats in a row is a loss, not a race. */
  async *#heed(
    { head, intervalMs }: PingEvent,
    signal: AbortSignal,
  ): AsyncGenerator<WatchItem, void, void> {
    this.#intervalMs = intervalMs;
    const newest = cursorOf(head);
    const wasBehind = this.#isBehind;
    this.#isBehind = this.#lastSeq(newest.epoch) < newest.seq;
    if (wasBehind && this.#isBehind) yield* this.#catchUp(newest, signal);
  }

  /** Reads from the history what the stream left out. */
  async *#catchUp(
    { epoch, seq }: Cursor,
    signal: AbortSignal,
  ): AsyncGenerator<WatchItem, void, void> {
    while (this.#lastSeq(epoch) < seq) {
      const { items } = await transport(
        this.#source.history(this.#cursorId(), signal),
      );
      const news = items.filter(event => event.seq > this.#lastSeq(epoch));
      if (news.length === 0) return;
      for (const event of news) {
        this.#moveTo(cursorOf(event.id));
        yield { type: 'event', event };
      }
    }
  }

  async *#become(
    status: ConnectionStatus,
    detail?: Pick<ConnectionChange, 'retryInMs' | 'error'>,
  ): AsyncGenerator<WatchItem, void, void> {
    if (this.#status === status && !detail) return;
    this.#status = status;
    yield { type: 'connection', status, ...detail };
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

  /** Full jitter below 1, 2, 4 … 30 seconds. */
  #backoffMs(): number {
    const ceiling = 1000 * 2 ** Math.max(0, this.#failures - 1);
    return Math.round(
      this.#timing.random() * Math.min(ceiling, longestBackoffMs),
    );
  }

  async #beforeSilence<T>(next: Promise<T>): Promise<T | 'silence'> {
    let cancel = () => {};
    const silence = new Promise<'silence'>(resolve => {
      cancel = this.#timing.schedule(silentIntervals * this.#intervalMs, () =>
        resolve('silence'),
      );
    });
    try {
      return await Promise.race([transport(next), silence]);
    } finally {
      cancel();
    }
  }

  /** Waits, but not longer than the caller wants to. */
  async #pause(ms: number): Promise<void> {
    const signal = this.#signal;
    if (signal?.aborted) return;
    let finish = () => {};
    const over = new Promise<void>(resolve => {
      finish = resolve;
    });
    const cancel = this.#timing.schedule(ms, finish);
    signal?.addEventListener('abort', finish);
    await over;
    cancel();
    signal?.removeEventListener('abort', finish);
  }
}

/** Tells a broken transport, which is worth another try, from an answer that will not change. */
async function transport<T>(exchange: Promise<T>): Promise<T> {
  try {
    return await exchange;
  } catch (cause) {
    if (cause instanceof ResponseError && !isTransient(cause)) throw cause;
    throw new ConnectionLostError(`The connection broke: ${cause}`, { cause });
  }
}

function isTransient({ statusCode }: ResponseError): boolean {
  return statusCode >= 500 || statusCode === 408 || statusCode === 429;
}

function endingOf({ reason, reconnectAfterMs }: ByeEvent): Ending {
  switch (reason) {
    case 'finished':
      return { kind: 'finished' };
    case 'forbidden':
      throw new NotAllowedError('You may no longer see this instance');
    case 'token-expired':
      return { kind: 'again', afterMs: reconnectAfterMs ?? 0 };
    default:
      return { kind: 'again', afterMs: reconnectAfterMs };
  }
}

function cursorOf(eventId: string): Cursor {
  const dot = eventId.lastIndexOf('.');
  const seq = Number(eventId.slice(dot + 1));
  if (dot < 1 || !Number.isInteger(seq)) {
    throw new TypeError(
      `An event's id has the form <epoch>.<seq>, got "${eventId}"`,
    );
  }
  return { epoch: eventId.slice(0, dot), seq };
}
