/**
 * Sends one client what happens to one instance, until one of them has enough.
 *
 * - S1 With a cursor that the log can serve, every event after it; otherwise a snapshot, then every event after that.
 * - S2 Events in order, none left out, none twice. A client that is too far behind gets a snapshot instead of what it missed.
 * - S3 It reads on only when the client has taken what it was sent, so that a slow client costs no memory.
 * - S4 Unless the connection breaks, the last message is `bye`.
 * - S5 What the client's profile leaves out moves its cursor all the same, at most once in a while.
 */
import {
  isTerminal,
  type ByeEvent,
  type ByeReason,
  type OrchestratorEvent,
  type PingEvent,
  type SnapshotReason,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { formatEventId, type LogPosition } from '../../service/eventId';
import type { InstanceFeed, LogHead } from '../../service/InstanceFeed';
import type { EventSink, SentMessage } from './EventSink';
import type { LiveStreams } from './LiveStreams';
import type { EventProfile } from './profiles/EventProfile';
import { FullProfile } from './profiles/FullProfile';

/** How many events are read at once. */
const READ_PAGE = 200;

/** How often the cursor is moved over events that the client is not told of. */
const CURSOR_EVERY_MS = 1_000;

/** When clients that are sent away may come back. */
const RECONNECT_AFTER_MS = 1_000;

/** @see {@link InstanceStream} */
export interface InstanceStreamOptions {
  readonly instanceId: string;
  readonly feed: InstanceFeed;
  readonly sink: EventSink;
  /** What the client has; absent at its first connection. */
  readonly cursor?: LogPosition;
  readonly streams: LiveStreams;
  /** Whether the client may still see the instance. */
  readonly isAllowed: () => Promise<boolean>;
  /** When the client's credentials end, if they do. */
  readonly expiresAt?: Date;
  /** From 0 up to 1, for what must differ between clients. */
  readonly random: () => number;
  /** The form in which the client follows the log. Default: every event as it is. */
  readonly profile?: EventProfile;
}

/** See the module header. */
export class InstanceStream {
  readonly #options: InstanceStreamOptions;
  readonly #profile: EventProfile;
  readonly #cancelTimers = new Set<() => void>();
  #head: LogHead | undefined;
  /** `seq` of the last event that the client has. */
  #sentSeq = 0;
  #endsAt: number | undefined;
  #isPingDue = false;
  /** Id of the last event that the client was not told of, when its cursor does not stand there yet. */
  #leftOut: string | undefined;
  #isCursorDue = true;
  #farewell: ByeReason | 'gone' | undefined;
  #wake = () => {};

  constructor(options: InstanceStreamOptions) {
    this.#options = options;
    this.#profile = options.profile ?? new FullProfile();
  }

  /** Resolves when the stream is closed. */
  async run(): Promise<void> {
    const { feed, sink } = this.#options;
    const unsubscribe = feed.onGrowth(head => this.#grow(head));
    this.#startTimers();
    try {
      await this.#begin(await feed.head());
      while (!this.#farewell) await this.#step();
      await this.#sayGoodbye(this.#farewell);
    } finally {
      unsubscribe();
      this.#cancelTimers.forEach(cancel => cancel());
      sink.close();
    }
  }

  /** Ends the stream. `gone`: the client is no longer there to be told. */
  leave(reason: ByeReason | 'gone'): void {
    this.#farewell ??= reason;
    this.#wake();
  }

  #grow(head: LogHead) {
    if (!this.#head || head.seq > this.#head.seq) this.#head = head;
    this.#wake();
  }

  async #begin(head: LogHead) {
    this.#grow(head);
    const { cursor, streams } = this.#options;
    const reason = cursor && resetReason(cursor, head, streams.settings.maxLag);
    if (!cursor || reason) {
      await this.#sendSnapshot(reason);
      return;
    }
    if (this.#profile.needsState) {
      this.#profile.begin(await this.#options.feed.state(cursor.seq));
    }
    this.#sentSeq = cursor.seq;
  }

  /** Sends what there is, then waits for more. */
  async #step() {
    const woken = new Promise<void>(resolve => {
      this.#wake = resolve;
    });
    await this.#sendNewEvents();
    if (this.#isCursorDue) await this.#moveCursor();
    if (this.#isPingDue) await this.#ping();
    this.#watchEnd();
    if (!this.#farewell) await woken;
  }

  get #isUpToDate(): boolean {
    return !this.#head || this.#sentSeq >= this.#head.seq;
  }

  /** S2 */
  async #sendNewEvents() {
    const { feed, streams } = this.#options;
    while (!this.#farewell && this.#head && !this.#isUpToDate) {
      if (this.#head.seq - this.#sentSeq > streams.settings.maxLag) {
        await this.#sendSnapshot('lagging');
        continue;
      }
      const events = await feed.read(this.#sentSeq, READ_PAGE);
      for (const event of events) {
        await this.#sendEvent(event);
        if (this.#farewell) return;
      }
      if (events.length === 0) return;
    }
  }

  async #sendEvent(event: OrchestratorEvent) {
    const { id, seq } = event;
    const message = this.#profile.project(event);
    this.#leftOut = message ? undefined : id;
    if (message) await this.#send({ id, ...message });
    this.#sentSeq = seq;
  }

  /** S5 */
  async #moveCursor() {
    if (this.#leftOut === undefined) return;
    await this.#send({ id: this.#leftOut, event: 'cursor', data: {} });
    this.#leftOut = undefined;
    this.#isCursorDue = false;
    this.#after(CURSOR_EVERY_MS, () => {
      this.#isCursorDue = true;
      this.#wake();
    });
  }

  async #sendSnapshot(reason: SnapshotReason | undefined) {
    const { feed, streams } = this.#options;
    const state = await feed.state();
    const { seq } = state;
    const time = new Date(streams.clock.now()).toISOString();
    const message = this.#profile.snapshot(state, { time, reason });
    await this.#send({ id: formatEventId(state), ...message });
    this.#leftOut = undefined;
    this.#sentSeq = seq;
  }

  async #ping() {
    this.#isPingDue = false;
    const { clock } = this.#options.streams;
    const data: PingEvent = {
      serverTime: new Date(clock.now()).toISOString(),
      head: this.#head ? formatEventId(this.#head) : '',
      intervalMs: this.#pingMs,
    };
    await this.#send({ event: 'ping', data });
  }

  get #pingMs(): number {
    return this.#profile.pingMs ?? this.#options.streams.settings.pingMs;
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

  /** S3 */
  async #send(message: SentMessage) {
    if (await this.#options.sink.send(message)) return;
    this.leave('slow-consumer');
  }

  /** An instance that has ended may be taken up again: the stream stays a while, and on when it goes on. */
  #watchEnd() {
    const { streams } = this.#options;
    const { clock, settings } = streams;
    if (!this.#head || !isTerminal(this.#head.status)) {
      this.#endsAt = undefined;
    } else if (this.#endsAt === undefined) {
      this.#endsAt = clock.now() + settings.lingerMs;
      this.#after(settings.lingerMs, () => this.#leaveWhenOver());
    }
  }

  #leaveWhenOver() {
    const { clock } = this.#options.streams;
    if (this.#endsAt !== undefined && clock.now() >= this.#endsAt) {
      this.leave('finished');
    }
  }

  #startTimers() {
    const { streams, expiresAt } = this.#options;
    const { clock, settings } = streams;
    this.#every(this.#pingMs, () => {
      this.#isPingDue = true;
      this.#wake();
    });
    this.#every(settings.recheckMs, () => void this.#recheck());
    this.#after(this.#jittered(settings.maxAgeMs), () => this.leave('max-age'));
    if (expiresAt) {
      const remainingMs = expiresAt.getTime() - clock.now();
      this.#after(remainingMs, () => this.leave('token-expired'));
    }
  }

  /** A client whose access cannot be checked must connect again, and then be checked. */
  async #recheck() {
    try {
      if (!(await this.#options.isAllowed())) this.leave('forbidden');
    } catch {
      this.leave('max-age');
    }
  }

  #jittered(ms: number): number {
    return Math.round(ms * (0.8 + 0.4 * this.#options.random()));
  }

  #every(ms: number, action: () => void) {
    this.#after(ms, () => {
      this.#every(ms, action);
      action();
    });
  }

  #after(ms: number, action: () => void) {
    const cancel = this.#options.streams.clock.schedule(() => {
      this.#cancelTimers.delete(cancel);
      action();
    }, ms);
    this.#cancelTimers.add(cancel);
  }
}

/** Whether a client with this cursor has all that an instance which has ended will ever tell. */
export function isAllKnown(cursor: LogPosition, head: LogHead): boolean {
  return (
    cursor.epoch === head.epoch &&
    cursor.seq === head.seq &&
    isTerminal(head.status)
  );
}

/** Why a cursor cannot be served; `undefined` when it can. */
function resetReason(
  cursor: LogPosition,
  head: LogHead,
  maxLag: number,
): SnapshotReason | undefined {
  if (cursor.epoch !== head.epoch) return 'epoch';
  if (cursor.seq > head.seq) return 'ahead';
  return head.seq - cursor.seq > maxLag ? 'lagging' : undefined;
}
