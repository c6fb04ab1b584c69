import { NotAllowedError, ResponseError } from '@backstage/errors';
import type { EventSourceMessage } from 'eventsource-parser';
import type { ByeEvent } from './generated/client/models';
import type { LiveMessages } from './readServerSentEvents';
import { onAwakening } from './onAwakening';
import { PageSight } from './PageSight';
import type { Timing } from './Timing';

/**
 * How a watch stands with its server: `live` while the stream is open, `stale` when it has gone silent,
 * `reconnecting` until it is open again, `polling` while streams do not get through but questions do, `paused` while nobody can see
 * the page, `finished` when there is nothing more to come.
 *
 * @public
 */
export type ConnectionStatus =
  | 'live'
  | 'stale'
  | 'reconnecting'
  | 'polling'
  | 'paused'
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

/** A stream that has lasted so long gets through: what breaks it then is no reason to wait longer than after the first failure. */
const provenMs = 10_000;

/** How a connection ended. */
export type Ending =
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'again';
      readonly afterMs?: number;
      readonly error?: Error;
    }
  /** What took the place of the stream has done so long enough, or nobody looks. */
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
  /** Ends the stream of a page that is out of sight for five minutes; goes on where it was when the page is back. Default: no. */
  readonly pausesOutOfSight?: boolean;
}

/**
 * Follows a live stream through as many connections as it takes: what all watches have in common. Owns the reconnecting.
 *
 * - S1 A stream that is silent for 2.5 heartbeats is given up.
 * - S2 What a retry cannot mend (nothing there, not allowed) is thrown; all else is retried with back-off, or when the server says.
 * - S3 When the caller aborts or stops iterating, the connection is closed.
 * - S4 Who is refused for want of a valid token asks once more, with the token of then.
 * - S5 The back-off begins anew after a stream that has lasted, not with each that opens: some are cut after their first message.
 * - S6 If asked to, it rests while its page is out of sight.
 */
export abstract class StreamWatch<Item> {
  protected readonly timing: Timing;
  protected readonly signal: AbortSignal | undefined;
  readonly #pausesOutOfSight: boolean;
  #sight: PageSight | undefined;
  #status: ConnectionStatus | undefined;
  #intervalMs = defaultIntervalMs;
  #failures = 0;
  #hasLasted = false;
  #wasRefused = false;

  constructor({ timing, signal, pausesOutOfSight }: StreamWatchOptions) {
    this.timing = timing;
    this.signal = signal;
    this.#pausesOutOfSight = pausesOutOfSight ?? false;
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
    if (this.#pausesOutOfSight) this.#sight = new PageSight(this.timing);
    try {
      yield* this.#connections();
    } finally {
      this.#sight?.close();
    }
  }

  async *#connections(): AsyncGenerator<Item | ConnectionChange, void, void> {
    while (yield* this.#isWanted()) {
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

  /** How often the server lets itself be heard. */
  heartbeatIs(intervalMs: number) {
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
    const reasons = [this.signal, this.#sight?.lost];
    reasons.forEach(reason => reason?.addEventListener('abort', abort));
    try {
      return yield* attempt(connection.signal);
    } catch (error) {
      const ending = this.#endingBy(error);
      return this.#isOutOfSight ? { kind: 'streamAgain' } : ending;
    } finally {
      reasons.forEach(reason => reason?.removeEventListener('abort', abort));
      connection.abort();
    }
  }

  get #isOutOfSight(): boolean {
    return this.#sight?.lost.aborted ?? false;
  }

  /** S6. Waits for as long as nobody looks; `false` once the caller has had enough. */
  async *#isWanted(): AsyncGenerator<ConnectionChange, boolean, void> {
    while (this.#isOutOfSight && !this.signal?.aborted) {
      yield* this.become('paused');
      await this.#pause();
    }
    return !this.signal?.aborted;
  }

  /** S2, S4 */
  #endingBy(error: unknown): Ending {
    if (!(error instanceof ConnectionLostError)) throw error;
    if (error.isRefusal && this.#wasRefused) throw error.cause;
    this.#wasRefused = error.isRefusal;
    return { kind: 'again', error, afterMs: error.afterMs };
  }

  async *#attempt(): AsyncGenerator<Item | ConnectionChange, Ending, void> {
    this.#hasLasted = false;
    const ending = yield* this.guarded(signal => this.#connection(signal));
    if (ending.kind !== 'again' || this.signal?.aborted) return ending;
    if (this.#isFailure(ending)) this.#failures += 1;
    const instead = this.instead(ending.error);
    return instead ? yield* instead : ending;
  }

  /** Also when the server ends a stream that has hardly begun, and does not say when to come back. */
  #isFailure({ error, afterMs }: Extract<Ending, { kind: 'again' }>): boolean {
    return error !== undefined || (afterMs === undefined && !this.#hasLasted);
  }

  /** One connection, from opening to its end. */
  async *#connection(
    signal: AbortSignal,
  ): AsyncGenerator<Item | ConnectionChange, Ending, void> {
    const messages = await transport(this.open(signal));
    if (!messages) return { kind: 'finished' };
    const cancel = this.timing.schedule(provenMs, () => this.#prove());
    try {
      yield* this.become('live');
      return yield* this.#follow(messages, signal);
    } finally {
      cancel();
    }
  }

  /** S5 */
  #prove() {
    this.#hasLasted = true;
    this.#failures = 0;
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
  async #pause(ms?: number): Promise<void> {
    const { signal } = this;
    if (signal?.aborted) return;
    let finish = () => {};
    const over = new Promise<void>(resolve => {
      finish = resolve;
    });
    const cancel =
      ms === undefined ? () => {} : this.timing.schedule(ms, finish);
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
