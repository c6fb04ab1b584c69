/**
 * Tells when the logs of watched instances grow, whichever process writes them.
 *
 * Owns one poller for each watched instance, however many watch it. A nudge from this process's own runtime makes it look at
 * once; polling finds what others write.
 *
 * - G1 A listener is told each head at most once, in the order of their `seq`.
 * - G2 Nobody watching: nobody polling.
 */
import type { Clock } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { LogHead } from './InstanceFeed';

const FASTEST_POLL_MS = 200;
const SLOWEST_POLL_MS = 2_000;
const SLOWER_BY = 1.3;

/** Where heads of logs are read. */
export interface HeadReader {
  get(instanceId: string): Promise<LogHead | undefined>;
}

type Listener = (head: LogHead) => void;

/** See the module header. */
export class LogWatcher {
  readonly #reader: HeadReader;
  readonly #clock: Clock;
  readonly #pollers = new Map<string, LogPoller>();

  constructor(options: { readonly reader: HeadReader; readonly clock: Clock }) {
    this.#reader = options.reader;
    this.#clock = options.clock;
  }

  /**
   * Tells the head as soon as it is found to be another than `since`.
   *
   * @returns ends it
   */
  watch(instanceId: string, since: LogHead, listener: Listener): () => void {
    const poller = this.#pollers.get(instanceId) ?? this.#begin(instanceId);
    poller.add(listener, since);
    return () => {
      poller.remove(listener);
      if (poller.isWatched) return;
      poller.stop();
      this.#pollers.delete(instanceId);
    };
  }

  /** The log of the instance has grown. */
  nudge(instanceId: string): void {
    this.#pollers.get(instanceId)?.look();
  }

  #begin(instanceId: string): LogPoller {
    const poller = new LogPoller(
      () => this.#reader.get(instanceId),
      this.#clock,
    );
    this.#pollers.set(instanceId, poller);
    return poller;
  }
}

class LogPoller {
  readonly #find: () => Promise<LogHead | undefined>;
  readonly #clock: Clock;
  /** Each with the `seq` that it knows of. */
  readonly #listeners = new Map<Listener, number>();
  #delayMs = FASTEST_POLL_MS;
  #cancelTimer = () => {};
  #isStopped = false;
  #isLooking = false;
  #isLookWanted = false;

  constructor(find: () => Promise<LogHead | undefined>, clock: Clock) {
    this.#find = find;
    this.#clock = clock;
    this.#schedule();
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  add(listener: Listener, since: LogHead): void {
    this.#listeners.set(listener, since.seq);
    this.look();
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
  }

  /** Looks now; once more when it is asked to while it looks. */
  look(): void {
    this.#isLookWanted = true;
    if (!this.#isLooking) void this.#lookWhileWanted();
  }

  async #lookWhileWanted() {
    this.#isLooking = true;
    this.#cancelTimer();
    while (this.#isLookWanted && !this.#isStopped) {
      this.#isLookWanted = false;
      const hasGrown = await this.#lookOnce();
      this.#delayMs = hasGrown
        ? FASTEST_POLL_MS
        : Math.min(this.#delayMs * SLOWER_BY, SLOWEST_POLL_MS);
    }
    this.#isLooking = false;
    if (!this.#isStopped) this.#schedule();
  }

  /** A database that cannot be reached is asked again with the next poll. */
  async #lookOnce(): Promise<boolean> {
    const head = await this.#find().catch(() => undefined);
    if (!head) return false;
    const behind = [...this.#listeners].filter(([, seq]) => seq < head.seq);
    for (const [listener] of behind) {
      this.#listeners.set(listener, head.seq);
      listener(head);
    }
    return behind.length > 0;
  }

  #schedule() {
    this.#cancelTimer = this.#clock.schedule(() => this.look(), this.#delayMs);
  }
}
