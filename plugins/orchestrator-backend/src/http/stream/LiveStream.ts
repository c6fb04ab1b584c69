/**
 * Sends one client what happens, until one of them has enough: what all live streams have in common.
 *
 * - S1 It reads on only when the client has taken what it was sent, so that a slow client costs no memory.
 * - S2 Unless the connection breaks, the last message is `bye`.
 * - S3 What the client is not told of moves its cursor all the same, at most once in a while.
 * - S4 Access is checked again and again; the stream ends with it.
 */
import type {
  ByeEvent,
  ByeReason,
  PingEvent,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { EventSink, SentMessage } from './EventSink';
import type { LiveStreams } from './LiveStreams';

/** How often the cursor is moved over events that the client is not told of. */
const CURSOR_EVERY_MS = 1_000;

/** When clients that are sent away may come back. */
const RECONNECT_AFTER_MS = 1_000;

/** What every live stream needs. */
export interface LiveStreamOptions {
  readonly sink: EventSink;
  readonly streams: LiveStreams;
  /** When the client's credentials end, if they do. */
  readonly expiresAt?: Date;
  /** From 0 up to 1, for what must differ between clients. */
  readonly random: () => number;
}

/** See the module header. */
export abstract class LiveStream {
  readonly #options: LiveStreamOptions;
  readonly #cancelTimers = new Set<() => void>();
  #isPingDue = false;
  /** Id of the last event that the client was not told of, when its cursor does not stand there yet. */
  #leftOut: string | undefined;
  #isCursorDue = true;
  #farewell: ByeReason | 'gone' | undefined;
  #hasEnded = false;
  #wake = () => {};

  constructor(options: LiveStreamOptions) {
    this.#options = options;
  }

  /** Id up to which there is something to tell. */
  protected abstract readonly head: string;
  /** Milliseconds between heartbeats. */
  protected abstract readonly pingMs: number;
  /** Calls {@link LiveStream.wake} whenever there is more to tell. @returns ends it */
  protected abstract watch(): () => void;
  /** Finds out where the client stands; sends a snapshot when it cannot go on there. */
  protected abstract begin(): Promise<void>;
  /** Sends what there is, or what of it the client takes. */
  protected abstract sendNews(): Promise<void>;
  /** Whether the client may still see what it is sent. */
  protected abstract checkAccess(): Promise<boolean>;

  /** Resolves when the stream is closed. */
  async run(): Promise<void> {
    this.#options.sink.onGone(() => this.leave('gone'));
    const unwatch = this.watch();
    this.#startTimers();
    try {
      await this.begin();
      while (!this.#farewell) await this.#step();
      await this.#sayGoodbye(this.#farewell);
    } finally {
      this.#hasEnded = true;
      unwatch();
      this.#cancelTimers.forEach(cancel => cancel());
      this.#options.sink.close();
    }
  }

  /** Ends the stream. `gone`: the client is no longer there to be told. */
  leave(reason: ByeReason | 'gone'): void {
    this.#farewell ??= reason;
    this.wake();
  }

  protected get isLeaving(): boolean {
    return this.#farewell !== undefined;
  }

  /** There is something to do. */
  protected wake(): void {
    this.#wake();
  }

  /** Sends what has an id. */
  protected async tell(message: SentMessage & { readonly id: string }) {
    this.#leftOut = undefined;
    await this.#send(message);
  }

  /** The client is not told of the event with this id. */
  protected leaveOut(id: string) {
    this.#leftOut = id;
  }

  /** Does something later, unless the stream has ended by then. */
  protected after(ms: number, action: () => void) {
    if (this.#hasEnded) return;
    const cancel = this.#options.streams.clock.schedule(() => {
      this.#cancelTimers.delete(cancel);
      action();
    }, ms);
    this.#cancelTimers.add(cancel);
  }

  /** Sends what there is, then waits for more. */
  async #step() {
    const woken = new Promise<void>(resolve => {
      this.#wake = resolve;
    });
    await this.sendNews();
    if (this.#isCursorDue) await this.#moveCursor();
    if (this.#isPingDue) await this.#ping();
    if (!this.#farewell) await woken;
  }

  /** S3 */
  async #moveCursor() {
    if (this.#leftOut === undefined) return;
    await this.tell({ id: this.#leftOut, event: 'cursor', data: {} });
    this.#isCursorDue = false;
    this.after(CURSOR_EVERY_MS, () => {
      this.#isCursorDue = true;
      this.wake();
    });
  }

  async #ping() {
    this.#isPingDue = false;
    const { clock } = this.#options.streams;
    const data: PingEvent = {
      serverTime: new Date(clock.now()).toISOString(),
      head: this.head,
      intervalMs: this.pingMs,
    };
    await this.#send({ event: 'ping', data });
  }

  async #sayGoodbye(reason: ByeReason | 'gone') {
    if (reason === 'gone') return;
    const isForGood = reason === 'finished' || reason === 'forbidden';
    const data: ByeEvent = {
      reason,
      ...(!isForGood && {
        reconnectAfterMs: this.#jittered(RECONNECT_AFTER_MS),
      }),
    };
    await this.#options.sink.send({ event: 'bye', data });
  }

  /** S1 */
  async #send(message: SentMessage) {
    if (await this.#options.sink.send(message)) return;
    this.leave('slow-consumer');
  }

  #startTimers() {
    const { streams, expiresAt } = this.#options;
    const { clock, settings } = streams;
    this.#every(this.pingMs, () => {
      this.#isPingDue = true;
      this.wake();
    });
    this.#every(settings.recheckMs, () => void this.#recheck());
    this.after(this.#jittered(settings.maxAgeMs), () => this.leave('max-age'));
    if (expiresAt) {
      const remainingMs = expiresAt.getTime() - clock.now();
      this.after(remainingMs, () => this.leave('token-expired'));
    }
  }

  /** A client whose access cannot be checked must connect again, and then be checked. */
  async #recheck() {
    try {
      if (!(await this.checkAccess())) this.leave('forbidden');
    } catch {
      this.leave('max-age');
    }
  }

  #jittered(ms: number): number {
    return Math.round(ms * (0.8 + 0.4 * this.#options.random()));
  }

  #every(ms: number, action: () => void) {
    this.after(ms, () => {
      this.#every(ms, action);
      action();
    });
  }
}
