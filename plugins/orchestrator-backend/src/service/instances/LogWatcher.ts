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
import { Poller } from '../Poller';

/** Where heads of logs are read. */
export interface HeadReader {
  get(instanceId: string): Promise<LogHead | undefined>;
}

type Listener = (head: LogHead) => void;

/** See the module header. */
export class LogWatcher {
  readonly #reader: HeadReader;
  readonly #clock: Clock;
  readonly #logs = new Map<string, WatchedLog>();

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
    const log = this.#logs.get(instanceId) ?? this.#begin(instanceId);
    log.add(listener, since);
    return () => {
      log.remove(listener);
      if (log.isWatched) return;
      log.stop();
      this.#logs.delete(instanceId);
    };
  }

  /** The log of the instance has grown. */
  nudge(instanceId: string): void {
    this.#logs.get(instanceId)?.nudge();
  }

  #begin(instanceId: string): WatchedLog {
    const log = new WatchedLog(() => this.#reader.get(instanceId), this.#clock);
    this.#logs.set(instanceId, log);
    return log;
  }
}

/** One log, and who watches it. */
class WatchedLog {
  readonly #find: () => Promise<LogHead | undefined>;
  readonly #poller: Poller;
  /** Each with the `seq` that it knows of. */
  readonly #listeners = new Map<Listener, number>();

  constructor(find: () => Promise<LogHead | undefined>, clock: Clock) {
    this.#find = find;
    this.#poller = new Poller(() => this.#look(), clock);
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  add(listener: Listener, since: LogHead): void {
    this.#listeners.set(listener, since.seq);
    this.nudge();
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  nudge(): void {
    this.#poller.nudge();
  }

  stop(): void {
    this.#poller.stop();
  }

  async #look(): Promise<boolean> {
    const head = await this.#find();
    if (!head) return false;
    const behind = [...this.#listeners].filter(([, seq]) => seq < head.seq);
    for (const [listener] of behind) {
      this.#listeners.set(listener, head.seq);
      listener(head);
    }
    return behind.length > 0;
  }
}
