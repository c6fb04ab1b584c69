import type { EventsWatchItem } from '../EventsWatch';
import type { Timing } from '../Timing';
import { Followers } from './Followers';
import type { TabMessage } from './Tabs';

/** Follows many instances by one stream. */
export type WatchMany = (
  instances: readonly string[],
  signal: AbortSignal,
) => AsyncGenerator<EventsWatchItem, void, void>;

/** As many instances as the API follows by one stream; what is beyond is asked for by each tab. */
const MOST = 100;

/** How often all tabs are told that there is a leader. */
const ALIVE_MS = 10_000;

/** Before the stream is opened anew: other tabs may have something to add, or what broke it may have passed. */
const GATHER_MS = 100;
const BROKEN_MS = 5_000;

/**
 * Holds one stream for all tabs, and tells them what it brings. Lives in the tab that leads, for as long as it does.
 *
 * - T1 After `begin` every event of the instances named is told, until `lost` or the next `begin`.
 */
export class StreamLeader {
  readonly #followers = new Followers();
  /** What the stream that is open brings. */
  #begun: readonly string[] | undefined;
  /** Ends what goes on for the instances that were followed before. */
  #renew = () => {};

  constructor(
    private readonly options: {
      readonly watch: WatchMany;
      readonly timing: Timing;
      /** Tells all tabs, the leader's own among them. */
      readonly tell: (message: TabMessage) => void;
    },
  ) {}

  hear(message: TabMessage): void {
    if (message.kind !== 'follow') return;
    const { tab, instances } = message;
    let isLate = false;
    this.#noting(() => {
      isLate = this.#followers.set(tab, instances);
    });
    if (isLate && this.#begun) this.#begin(this.#begun, tab);
  }

  /** Until `signal` is aborted. */
  async lead(signal: AbortSignal): Promise<void> {
    const stopAsking = this.#askNow();
    while (!signal.aborted) {
      const turn = new AbortController();
      const end = () => turn.abort();
      this.#renew = end;
      signal.addEventListener('abort', end);
      await this.#follow(turn.signal);
      signal.removeEventListener('abort', end);
    }
    this.#begun = undefined;
    stopAsking();
  }

  async #follow(signal: AbortSignal): Promise<void> {
    await this.#pause(GATHER_MS, signal);
    const instances = this.#followers.instances.slice(0, MOST);
    if (instances.length === 0) await aborted(signal);
    try {
      await this.#relay(instances, signal);
    } catch {
      this.#lose();
    }
    // It has not ended by itself: nobody has gone, and nothing has come.
    if (!signal.aborted) await this.#pause(BROKEN_MS, signal);
  }

  /** T1 */
  async #relay(
    instances: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    const { tell, watch } = this.options;
    let isLost = false;
    if (signal.aborted) return;
    for await (const item of watch(instances, signal)) {
      if (item.type === 'event') {
        const { instanceId, type, id } = item.event;
        const data = JSON.stringify(item.event);
        tell({ kind: 'event', instanceId, type, id, data });
      } else if (item.type === 'reset' || (item.status === 'live' && isLost)) {
        isLost = false;
        this.#begin(instances);
      } else if (item.status !== 'live') {
        isLost = true;
        this.#lose();
      }
    }
  }

  /** @returns what ends the asking */
  #askNow(): () => void {
    const { tell, timing } = this.options;
    let cancel = () => {};
    const ask = () => {
      cancel = timing.schedule(ALIVE_MS, ask);
      this.#noting(() => this.#followers.forgetSilent());
      tell({ kind: 'alive', intervalMs: ALIVE_MS });
    };
    ask();
    return () => cancel();
  }

  #noting(change: () => void): void {
    const before = this.#followers.instances.join();
    change();
    if (this.#followers.instances.join() === before) return;
    this.#begun = undefined;
    this.#renew();
  }

  #begin(instances: readonly string[], to?: string): void {
    this.#begun = instances;
    this.options.tell({ kind: 'begin', instances, to });
  }

  #lose(): void {
    this.#begun = undefined;
    this.options.tell({ kind: 'lost' });
  }

  /** Not longer than `signal` lets it. */
  async #pause(ms: number, signal: AbortSignal): Promise<void> {
    let finish = () => {};
    const over = new Promise<void>(resolve => {
      finish = resolve;
    });
    const cancel = this.options.timing.schedule(ms, finish);
    await Promise.race([over, aborted(signal)]);
    cancel();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
