import { NotAllowedError, ResponseError } from '@backstage/errors';
import type { EventSourceMessage } from 'eventsource-parser';
import type { ByeEvent } from './generated/client/models';
import type { LiveMessages } from './readServerSentEvents';
import { onAwakening } from './onAwakening';
import type { Timing } from './Timing';

/**
 * How a watch stands with its server: `live` while the stream is open, `stale` when it has gone silent,
 * `reconnecting` until it is open again, `polling` while streams do not get through but questions do, `finished` when there is
 * nothing more to come.
 *
 * @public
 */
export type ConnectionStatus =
  | 'live'
  | 'stale'
  | 'reconnecting'
  | 'polling'
  | 'finished';

/** The connection is another. @public */
export interface ConnectionChange {
  readonly type: 'connection';
  readonly status: ConnectionStatus;
  /** While reconnecting: milliseconds until the next try. */
  readonly retryInMs?: number;
  /** While reconnecting or polling: what broke the connection, unless the server ended it. */
  readonly error?: Error;
}

const defaultIntervalMs = 15_000;
const silentIntervals = 2.5;
const longestBackoffMs = 30_000;

/** How a connection ended. */
export type Ending =
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'again';
      readonly afterMs?: number;
      readonly error?: Error;
    }
  /** What took the place of the stream has done so long enough. */
  | { readonly kind: 'streamAgain' };

/** The transport broke; trying again may help. */
class ConnectionLostError extends Error {
  readonly name = 'ConnectionLostError';

  /** Of a token that has ended meanwhile, perhaps. */
  get isRefusal(): boolean {
    return this.cause instanceof ResponseError && this.cause.statusCode === 401;
  }

  /** How long the server wants to be left alone, if it has said so. */
  get afterMs(): number | undefined {
    if (!(this.cause instanceof ResponseError)) return undefined;
    const seconds = Number(this.cause.response.headers.get('Retry-After'));
    return seconds > 0 ? seconds * 1000 : undefined;
  }
}

/** @see {@link StreamWatch} */
export interface StreamWatchOptions {
  readonly timing: Timing;
  readonly signal?: AbortSignal;
}

/**
 * Follows a live stream through as many connections as it takes: what all watches have in common. Owns the reconnecting.
 *
 * - S1 A stream that is silent for 2.5 heartbeats is given up.
 * - S2 What a retry cannot mend (nothing there, not allowed) is thrown; all else is retried with back-off, or when the server says.
 * - S4 Who is refused for want of a valid token asks once more, with the token of then.
 * - S3 When the caller aborts or stops iterating, the connection is closed.
 */
export abstract class StreamWatch<Item> {
  protected readonly timing: Timing;
  protected readonly signal: AbortSignal | undefined;
  #status: ConnectionStatus | undefined;
  #intervalMs = defaultIntervalMs;
  #failures = 0;
  #wasRefused = false;

  constructor({ timing, signal }: StreamWatchOptions) {
    this.timing = timing;
    this.signal = signal;
  }

  /** Opens the stream where the watch is; `undefined` when there is nothing more to come. */
  protected abstract open(
    signal: AbortSignal,
  ): Promise<LiveMessages | undefined>;

  /** Takes one message, `bye` excepted. */
  protected abstract take(
    message: EventSourceMessage,
    signal: AbortSignal,
  ): AsyncGenerator<Item, void, void>;

  /** What is done instead when streams fail again and again; `undefined` when there is nothing. */
  protected instead(
    _error: Error | undefined,
  ): AsyncGenerator<Item | ConnectionChange, Ending, void> | undefined {
    return undefined;
  }

  /** Yields until the server says that there is nothing more to come, or the caller aborts. */
  async *items(): AsyncGenerator<Item | ConnectionChange, void, void> {
    while (!this.signal?.aborted) {
      const ending = yield* this.#attempt();
      if (ending.kind === 'finished') {
        yield* this.become('finished');
        return;
      }
      if (this.signal?.aborted) return;
      if (ending.kind === 'again') yield* this.#waitToReconnect(ending);
    }
  }

  /** How many connections in a row have failed. */
  protected get failures(): number {
    return this.#failures;
  }

  protected heartbeatIs(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  protected async *become(
    status: ConnectionStatus,
    detail?: Pick<ConnectionChange, 'retryInMs' | 'error'>,
  ): AsyncGenerator<ConnectionChange, void, void> {
    if (this.#status === status && !detail) return;
    this.#status = status;
    yield { type: 'connection', status, ...detail };
  }

  /** Does what may break with the transport, under a signal of its own that ends with it. */
  protected async *guarded<T>(
    attempt: (signal: AbortSignal) => AsyncGenerator<T, Ending, void>,
  ): AsyncGenerator<T, Ending, void> {
    const connection = new AbortController();
    const abort = () => connection.abort();
    this.signal?.addEventListener('abort', abort);
    try {
      return yield* attempt(connection.signal);
    } catch (error) {
      return this.#endingBy(error);
    } finally {
      this.signal?.removeEventListener('abort', abort);
      connection.abort();
    }
  }

  /** S2, S4 */
  #endingBy(error: unknown): Ending {
    if (!(error instanceof ConnectionLostError)) throw error;
    if (error.isRefusal && this.#wasRefused) throw error.cause;
    this.#wasRefused = error.isRefusal;
    return { kind: 'again', error, afterMs: error.afterMs };
  }

  async *#attempt(): AsyncGenerator<Item | ConnectionChange, Ending, void> {
    const ending = yield* this.guarded(signal => this.#connection(signal));
    if (ending.kind !== 'again' || this.signal?.aborted) return ending;
    if (ending.error) this.#failures += 1;
    const instead = this.instead(ending.error);
    return instead ? yield* instead : ending;
  }

  /** One connection, from opening to its end. */
  async *#connection(
    signal: AbortSignal,
  ): AsyncGenerator<Item | ConnectionChange, Ending, void> {
    const messages = await transport(this.open(signal));
    if (!messages) return { kind: 'finished' };
    yield* this.become('live');
    return yield* this.#follow(messages, signal);
  }

  async *#follow(
    messages: LiveMessages,
    signal: AbortSignal,
  ): AsyncGenerator<Item | ConnectionChange, Ending, void> {
    for (;;) {
      const next = await this.#beforeSilence(messages.next());
      if (next === 'silence') {
        yield* this.become('stale');
        return { kind: 'again' };
      }
      if (next.done) throw new ConnectionLostError('The stream was cut off');
      this.#failures = 0;
      this.#wasRefused = false;
      const { event, data } = next.value;
      if (event === 'bye') return endingOf(JSON.parse(data));
      yield* this.take(next.value, signal);
    }
  }

  async *#waitToReconnect({
    afterMs = this.#backoffMs(),
    error,
  }: Extract<Ending, { kind: 'again' }>): AsyncGenerator<
    ConnectionChange,
    void,
    void
  > {
    yield* this.become('reconnecting', { retryInMs: afterMs, error });
    await this.#pause(afterMs);
  }

  /** Full jitter below 1, 2, 4 … 30 seconds. */
  #backoffMs(): number {
    const ceiling = 1000 * 2 ** Math.max(0, this.#failures - 1);
    return Math.round(
      this.timing.random() * Math.min(ceiling, longestBackoffMs),
    );
  }

  async #beforeSilence<T>(next: Promise<T>): Promise<T | 'silence'> {
    let cancel = () => {};
    const silence = new Promise<'silence'>(resolve => {
      cancel = this.timing.schedule(silentIntervals * this.#intervalMs, () =>
        resolve('silence'),
      );
    });
    try {
      return await Promise.race([transport(next), silence]);
    } finally {
      cancel();
    }
  }

  /** Waits, but not longer than the caller wants to, nor when there is reason to believe that it works now. */
  async #pause(ms: number): Promise<void> {
    const { signal } = this;
    if (signal?.aborted) return;
    let finish = () => {};
    const over = new Promise<void>(resolve => {
      finish = resolve;
    });
    const cancel = this.timing.schedule(ms, finish);
    const forget = onAwakening(finish);
    signal?.addEventListener('abort', finish);
    await over;
    cancel();
    forget();
    signal?.removeEventListener('abort', finish);
  }
}

/** Tells a broken transport, which is worth another try, from an answer that will not change. */
export async function transport<T>(exchange: Promise<T>): Promise<T> {
  try {
    return await exchange;
  } catch (cause) {
    if (cause instanceof ResponseError && !isTransient(cause)) throw cause;
    throw new ConnectionLostError(`The connection broke: ${cause}`, { cause });
  }
}

function isTransient({ statusCode }: ResponseError): boolean {
  return statusCode >= 500 || [401, 408, 429].includes(statusCode);
}

function endingOf({ reason, reconnectAfterMs }: ByeEvent): Ending {
  switch (reason) {
    case 'finished':
      return { kind: 'finished' };
    case 'forbidden':
      throw new NotAllowedError('You may no longer see what you watch');
    case 'token-expired':
      return { kind: 'again', afterMs: reconnectAfterMs ?? 0 };
    default:
      return { kind: 'again', afterMs: reconnectAfterMs };
  }
}
