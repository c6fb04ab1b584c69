/**
 * Sends one client what happens to many instances, in the order in which it was committed.
 *
 * - E1 With a cursor that can be served, every event after it that the client may see and wants. Otherwise a `snapshot`: what the
 *   client knows of its instances is to be read anew, and every event after that follows.
 * - E2 A client that is too far behind gets such a `snapshot` instead of what it missed.
 * - E3 No id names an instance that the client may not see.
 * - E4 What the client may see is asked anew with every check of its access.
 * - E5 Where something was deleted that came after the cursor, or an instance with all its events since, the client gets such a
 *   `snapshot` before it is told what came after that; when nothing comes, with the next check of its access.
 */
import { NotAllowedError } from '@backstage/errors';
import type {
  InstanceState,
  SnapshotReason,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  EventFeed,
  FedEvent,
  FedPage,
} from '../../service/feeds/EventFeeds';
import { eventIdAt, isAhead, parseFeedId, placeIdAt } from './feedCursor';
import { LiveStream, type LiveStreamOptions } from './LiveStream';
import { createProfile } from './profiles/createProfile';
import type { ProfileName } from './profiles/EventProfile';
import { ProfilePerInstance } from './profiles/ProfilePerInstance';

/** @see {@link EventsStream} */
export interface EventsStreamOptions extends LiveStreamOptions {
  readonly feed: EventFeed;
  /** Opens the feed anew; rejects with `NotAllowedError` when nothing of it may be seen any more. */
  readonly reopen: () => Promise<EventFeed>;
  /** Id of the last event that the client has; absent at its first connection. */
  readonly after?: string;
  /** Default: `full`. */
  readonly profile?: ProfileName;
  /** The log of an instance folded up to the event `untilSeq`. */
  readonly stateOf: (
    instanceId: string,
    untilSeq: number,
  ) => Promise<InstanceState>;
}

/** What the beginning is called in each profile. */
const snapshotNames: Readonly<Record<ProfileName, string>> = {
  full: 'snapshot',
  status: 'initial_status',
  graph: 'state_sync',
};

/** See the module header. */
export class EventsStream extends LiveStream {
  readonly #options: EventsStreamOptions;
  readonly #profileName: ProfileName;
  readonly #profiles: ProfilePerInstance;
  readonly #ownPingMs: number | undefined;
  #feed: EventFeed;
  /** Behind the last event that the client has or was not told of. */
  #cursor = '';
  /** Events that were passed since the client last had them all. */
  #lag = 0;
  /** Whether it is time to ask what was deleted. */
  #isLossSought = true;

  constructor(options: EventsStreamOptions) {
    super(options);
    const { feed, profile = 'full', stateOf } = options;
    this.#options = options;
    this.#feed = feed;
    this.#profileName = profile;
    this.#ownPingMs = createProfile(profile).pingMs;
    this.#profiles = new ProfilePerInstance(
      () => createProfile(profile),
      stateOf,
    );
  }

  protected get head(): string {
    return placeIdAt(this.#cursor);
  }

  protected get pingMs(): number {
    return this.#ownPingMs ?? this.#options.streams.settings.pingMs;
  }

  protected watch(): () => void {
    return this.#options.feed.onGrowth(() => this.wake());
  }

  /** E4, E5 */
  protected async checkAccess(): Promise<boolean> {
    this.#isLossSought = true;
    this.wake();
    try {
      this.#feed = await this.#options.reopen();
      return true;
    } catch (error) {
      if (error instanceof NotAllowedError) return false;
      throw error;
    }
  }

  /** E1 */
  protected async begin(): Promise<void> {
    const { after } = this.#options;
    // From here on what is read is read together with others.
    await this.#feed.position();
    if (after === undefined) {
      await this.#sendSnapshot();
      return;
    }
    const cursor = parseFeedId(after);
    if (cursor === undefined) await this.#sendSnapshot('epoch');
    else if (isAhead(cursor, await this.#feed.end())) {
      await this.#sendSnapshot('ahead');
    } else this.#cursor = cursor;
  }

  protected async sendNews(): Promise<void> {
    while (!this.isLeaving) {
      if (this.#lag > this.#options.streams.settings.maxLag) {
        await this.#sendSnapshot('lagging');
      }
      const { items, cursor, hasLoss } = await this.#read();
      if (hasLoss) {
        await this.#sendSnapshot('expired');
        continue;
      }
      this.#lag = items.length === 0 ? 0 : this.#lag + items.length;
      let isTold = true;
      for (const item of items) {
        isTold = await this.#sendEvent(item);
        if (this.isLeaving) return;
      }
      this.#cursor = cursor;
      if (!isTold) this.leaveOut(placeIdAt(cursor));
      if (items.length === 0) return;
    }
  }

  /** E5. Items come with the word on what is gone before them. Without any it is asked for, when it is time. */
  async #read(): Promise<FedPage> {
    const page = await this.#feed.read(this.#cursor);
    if (page.items.length > 0 || !this.#isLossSought) return page;
    this.#isLossSought = false;
    const isWhole = await this.#feed.isWholeSince(this.#cursor);
    return { ...page, hasLoss: !isWhole };
  }

  /** @returns whether it was for this client */
  async #sendEvent({ cursor, event }: FedEvent): Promise<boolean> {
    const message = event && (await this.#profiles.project(event));
    if (message) await this.tell({ id: eventIdAt(cursor), ...message });
    this.#cursor = cursor;
    return message !== undefined;
  }

  /** E2 */
  async #sendSnapshot(reason?: SnapshotReason) {
    const position = await this.#wholePosition();
    this.#cursor = position;
    this.#lag = 0;
    this.#profiles.clear();
    const id = placeIdAt(position);
    const time = new Date(this.#options.streams.clock.now()).toISOString();
    await this.tell({
      id,
      event: snapshotNames[this.#profileName],
      data: { v: 1, id, type: 'snapshot', time, data: { reason } },
    });
  }

  /** Where everyone reads on, unless something was deleted since. */
  async #wholePosition(): Promise<string> {
    const position = await this.#feed.position();
    const isWhole = await this.#feed.isWholeSince(position);
    return isWhole ? position : this.#feed.end();
  }
}
