import type { EventSourceMessage } from 'eventsource-parser';
import type { InstanceState } from '../fold/InstanceState';
import type { InstanceHistoryPage } from '../InstanceWatch';
import { cursorOf, resetReason } from '../logPosition';
import type { LiveMessages } from '../readServerSentEvents';
import type { Timing } from '../Timing';
import { Inbox } from './Inbox';
import { StreamLeader, type WatchMany } from './StreamLeader';
import type { TabMessage, Tabs } from './Tabs';

/** How long a leader may take to open a stream for what this tab has begun to follow. */
const OPEN_WITHIN_MS = 15_000;

/** What watches of one instance are told of. */
type Told = Extract<TabMessage, { kind: 'begin' | 'event' | 'alive' | 'lost' }>;

/**
 * Live streams of single instances, made of the one stream that all tabs share.
 *
 * - T2 A stream begins with what the log has after the place asked for, then has every event once its own tab has been told of it.
 *   Events may come twice, in order: whoever reads drops what it knows.
 */
export class SharedStreams {
  readonly #tab = crypto.randomUUID();
  readonly #inboxes = new Map<string, Set<Inbox<Told>>>();
  readonly #leader: StreamLeader;
  /** What the leader tells of now. */
  #begun: ReadonlySet<string> = new Set();
  #isJoined = false;

  constructor(
    private readonly options: {
      readonly tabs: Tabs;
      readonly timing: Timing;
      readonly watch: WatchMany;
      readonly state: (
        instanceId: string,
        signal: AbortSignal,
      ) => Promise<InstanceState>;
      readonly history: (
        instanceId: string,
        after: string,
        signal: AbortSignal,
      ) => Promise<InstanceHistoryPage>;
    },
  ) {
    const { tabs, timing, watch } = options;
    const tell = (message: TabMessage) => {
      tabs.tell(message);
      this.#hear(message);
    };
    this.#leader = new StreamLeader({ watch, timing, tell });
  }

  /**
   * @param after - id of the last event that is known; without it the stream begins with the state
   * @param signal - ends the stream, also when nobody reads it any more
   * @throws Error when no tab has a stream
   */
  async open(
    instanceId: string,
    after: string | undefined,
    signal: AbortSignal,
  ): Promise<LiveMessages> {
    this.#join();
    const inbox = this.#enter(instanceId);
    const leave = () => this.#leave(instanceId, inbox);
    signal.addEventListener('abort', leave, { once: true });
    try {
      if (!this.#begun.has(instanceId)) await this.#untilBegun(inbox, signal);
    } catch (error) {
      leave();
      throw error;
    }
    return this.#messages({ instanceId, after, inbox }, signal);
  }

  async *#messages(
    {
      instanceId,
      after,
      inbox,
    }: {
      readonly instanceId: string;
      readonly after: string | undefined;
      readonly inbox: Inbox<Told>;
    },
    signal: AbortSignal,
  ): LiveMessages {
    let head = after;
    try {
      let next: Told | undefined = { kind: 'begin', instances: [instanceId] };
      while (next) {
        for await (const message of this.#tellOf(
          instanceId,
          head,
          next,
          signal,
        )) {
          if (message.id) head = message.id;
          yield message;
        }
        next = await inbox.take(signal);
      }
    } finally {
      this.#leave(instanceId, inbox);
    }
  }

  async *#tellOf(
    instanceId: string,
    head: string | undefined,
    told: Told,
    signal: AbortSignal,
  ): LiveMessages {
    switch (told.kind) {
      case 'begin':
        yield* this.#missed(instanceId, head, signal);
        return;
      case 'event':
        yield { event: told.type, id: told.id, data: told.data };
        return;
      case 'alive':
        yield messageOf('ping', { head, intervalMs: told.intervalMs });
        return;
      default:
        throw new Error('The stream that the tabs share was cut off');
    }
  }

  /** What the log has after an event; the state when there is none, or the log cannot be gone on with after it. */
  async *#missed(
    instanceId: string,
    after: string | undefined,
    signal: AbortSignal,
  ): LiveMessages {
    const { state, history } = this.options;
    const page = after && (await history(instanceId, after, signal));
    const reason = page ? resetReason(cursorOf(after), page) : undefined;
    if (page && !reason) {
      for (const event of page.items) {
        yield messageOf(event.type, event, event.id);
      }
      const last = page.items.at(-1);
      if (last && last.seq < page.head) {
        yield* this.#missed(instanceId, last.id, signal);
      }
      return;
    }
    const now = await state(instanceId, signal);
    const data = { state: now, reason };
    yield messageOf('snapshot', { data }, `${now.epoch}.${now.seq}`);
  }

  #join(): void {
    if (this.#isJoined) return;
    this.#isJoined = true;
    const { tabs } = this.options;
    tabs.listen(message => this.#hear(message));
    const forEver = new AbortController().signal;
    void tabs.takeTurns(turn => this.#leader.lead(turn), forEver);
  }

  #hear(message: TabMessage): void {
    switch (message.kind) {
      case 'follow':
        this.#leader.hear(message);
        return;
      case 'begin':
        if (message.to !== undefined && message.to !== this.#tab) return;
        this.#begun = new Set(message.instances);
        this.#tellThose(message, message.instances);
        return;
      case 'event':
        this.#tellThose(message, [message.instanceId]);
        return;
      case 'lost':
        this.#begun = new Set();
        this.#tellThose(message, [...this.#inboxes.keys()]);
        return;
      default:
        this.#announce();
        this.#tellThose(message, [...this.#inboxes.keys()]);
    }
  }

  #tellThose(told: Told, instances: readonly string[]): void {
    for (const instanceId of instances) {
      this.#inboxes.get(instanceId)?.forEach(inbox => inbox.put(told));
    }
  }

  #enter(instanceId: string): Inbox<Told> {
    const inbox = new Inbox<Told>();
    const others = this.#inboxes.get(instanceId);
    this.#inboxes.set(instanceId, new Set([...(others ?? []), inbox]));
    if (!others) this.#announce();
    return inbox;
  }

  #leave(instanceId: string, inbox: Inbox<Told>): void {
    const inboxes = this.#inboxes.get(instanceId);
    if (!inboxes?.delete(inbox) || inboxes.size > 0) return;
    this.#inboxes.delete(instanceId);
    this.#announce();
  }

  #announce(): void {
    const { tabs } = this.options;
    const instances = [...this.#inboxes.keys()];
    const message = { kind: 'follow', tab: this.#tab, instances } as const;
    tabs.tell(message);
    this.#leader.hear(message);
  }

  async #untilBegun(inbox: Inbox<Told>, signal: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    const stop = () => waiting.abort();
    signal.addEventListener('abort', stop);
    const cancel = this.options.timing.schedule(OPEN_WITHIN_MS, stop);
    let told = await inbox.take(waiting.signal);
    while (told && told.kind !== 'begin') {
      told = await inbox.take(waiting.signal);
    }
    cancel();
    signal.removeEventListener('abort', stop);
    if (!told) throw new Error('No tab has opened a stream');
  }
}

function messageOf(
  event: string,
  data: object,
  id?: string,
): EventSourceMessage {
  return { event, id, data: JSON.stringify(data) };
}
