/**
 * Sends one client what happens to one instance.
 *
 * - I1 With a cursor that the log can serve, every event after it; otherwise a snapshot, then every event after that.
 * - I2 Events in order, none left out, none twice. A client that is too far behind gets a snapshot instead of what it missed.
 */
import {
  isTerminal,
  type OrchestratorEvent,
  type SnapshotReason,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import {
  formatEventId,
  type LogPosition,
} from '../../service/instances/eventId';
import type {
  InstanceFeed,
  LogHead,
} from '../../service/instances/InstanceFeed';
import { LiveStream, type LiveStreamOptions } from './LiveStream';
import type { EventProfile } from './profiles/EventProfile';
import { FullProfile } from './profiles/FullProfile';

/** How many events are read at once. */
const READ_PAGE = 200;

/** How long an instance that is asked to go on is given for that. */
const GO_ON_WITHIN_MS = 1_000;

/** @see {@link InstanceStream} */
export interface InstanceStreamOptions extends LiveStreamOptions {
  readonly instanceId: string;
  readonly feed: InstanceFeed;
  /** What the client has; absent at its first connection. */
  readonly cursor?: LogPosition;
  /** Whether the client may still see the instance. */
  readonly isAllowed: () => Promise<boolean>;
  /** The form in which the client follows the log. Default: every event as it is. */
  readonly profile?: EventProfile;
}

/** See the module header. */
export class InstanceStream extends LiveStream {
  readonly #options: InstanceStreamOptions;
  readonly #profile: EventProfile;
  #head: LogHead | undefined;
  /** `seq` of the last event that the client has. */
  #sentSeq = 0;
  #endsAt: number | undefined;

  constructor(options: InstanceStreamOptions) {
    super(options);
    this.#options = options;
    this.#profile = options.profile ?? new FullProfile();
  }

  protected get head(): string {
    return this.#head ? formatEventId(this.#head) : '';
  }

  protected get pingMs(): number {
    return this.#profile.pingMs ?? this.#options.streams.settings.pingMs;
  }

  protected watch(): () => void {
    return this.#options.feed.onGrowth(head => this.#grow(head));
  }

  protected checkAccess(): Promise<boolean> {
    return this.#options.isAllowed();
  }

  protected async begin(): Promise<void> {
    const { cursor, feed, streams } = this.#options;
    const head = await feed.head();
    this.#grow(head);
    const reason = cursor && resetReason(cursor, head, streams.settings.maxLag);
    if (!cursor || reason) {
      await this.#sendSnapshot(reason);
      return;
    }
    if (this.#profile.needsState) {
      this.#profile.begin(await feed.state(cursor.seq));
    }
    this.#sentSeq = cursor.seq;
  }

  /** I2 */
  protected async sendNews(): Promise<void> {
    const { feed, streams } = this.#options;
    while (!this.isLeaving && this.#head && this.#sentSeq < this.#head.seq) {
      if (this.#head.seq - this.#sentSeq > streams.settings.maxLag) {
        await this.#sendSnapshot('lagging');
        continue;
      }
      const events = await feed.read(this.#sentSeq, READ_PAGE);
      if (events.length > 0 && events[0].seq > this.#sentSeq + 1) {
        await this.#sendSnapshot('expired');
        continue;
      }
      for (const event of events) {
        await this.#sendEvent(event);
        if (this.isLeaving) return;
      }
      if (events.length === 0) break;
    }
    this.#watchEnd();
  }

  #grow(head: LogHead) {
    if (!this.#head || head.seq > this.#head.seq) this.#head = head;
    this.wake();
  }

  async #sendEvent(event: OrchestratorEvent) {
    const { id, seq } = event;
    const message = this.#profile.project(event);
    if (message) await this.tell({ id, ...message });
    else this.leaveOut(id);
    this.#sentSeq = seq;
  }

  async #sendSnapshot(reason: SnapshotReason | undefined) {
    const { feed, streams } = this.#options;
    const state = await feed.state();
    const time = new Date(streams.clock.now()).toISOString();
    const message = this.#profile.snapshot(state, { time, reason });
    await this.tell({ id: formatEventId(state), ...message });
    this.#sentSeq = state.seq;
  }

  /** An instance that has ended may be taken up again: the stream stays a while, and on when it goes on. */
  #watchEnd() {
    const { clock, settings } = this.#options.streams;
    if (!this.#head || !isTerminal(this.#head.status)) {
      this.#endsAt = undefined;
    } else if (this.#endsAt === undefined) {
      this.#endsAt = clock.now() + settings.lingerMs;
      this.after(settings.lingerMs, () => void this.#leaveWhenOver());
    }
  }

  /** Timers may fire a moment before the clock says so, and what has ended may be about to go on. */
  async #leaveWhenOver() {
    if (this.#endsAt === undefined) return;
    const { clock } = this.#options.streams;
    const leftMs = Math.max(this.#endsAt - clock.now(), 0);
    if (leftMs > 0 || (await this.#isAboutToGoOn())) {
      this.after(leftMs || GO_ON_WITHIN_MS, () => void this.#leaveWhenOver());
    } else this.leave('finished');
  }

  /** When that is not known the client may come back to see. */
  async #isAboutToGoOn(): Promise<boolean> {
    try {
      const { openSignals = 0 } = await this.#options.feed.head();
      return openSignals > 0;
    } catch {
      this.leave('max-age');
      return false;
    }
  }
}

/** Whether a client with this cursor has all that an instance which has ended, and is not about to go on, will tell. */
export function isAllKnown(cursor: LogPosition, head: LogHead): boolean {
  return (
    cursor.epoch === head.epoch &&
    cursor.seq === head.seq &&
    isTerminal(head.status) &&
    !head.openSignals
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
  if (cursor.seq < (head.firstSeq ?? 1) - 1) return 'expired';
  return head.seq - cursor.seq > maxLag ? 'lagging' : undefined;
}
