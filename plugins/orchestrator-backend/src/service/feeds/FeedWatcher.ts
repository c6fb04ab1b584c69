/**
 * Reads the feed of all logs once for all who follow it in this process, whichever process writes them.
 *
 * - F1 Everyone who has read all that it has read stands at the same cursor, and gets the next page without a query of their own.
 * - F2 Nobody reads further than it has read: whoever is behind reads alone until then.
 * - F3 Nobody following: nobody polling.
 */
import type {
  Clock,
  FeedPage,
  FeedReader,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { Poller } from '../Poller';

/** How many entries are read at once. */
const READ_PAGE = 200;

/** See the module header. */
export class FeedWatcher {
  readonly #reader: FeedReader;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #poller: Poller | undefined;
  /** As far as it has read. */
  #cursor: string | undefined;
  #latest: { readonly after: string; readonly page: FeedPage } | undefined;
  #reading: Promise<FeedPage> | undefined;

  constructor(options: { readonly reader: FeedReader; readonly clock: Clock }) {
    this.#reader = options.reader;
    this.#clock = options.clock;
  }

  /**
   * Tells when there is more to read.
   *
   * @returns ends it
   */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#poller ??= new Poller(() => this.#look(), this.#clock);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  /** Something was committed by this process. */
  nudge(): void {
    this.#poller?.nudge();
  }

  /** A place that all which comes from now on is behind, and nothing that was there. */
  async position(): Promise<string> {
    let page: FeedPage;
    do page = await this.#readOn();
    while (page.hasMore);
    return this.#cursor ?? page.cursor;
  }

  /** Where the feed ends, now that it is asked. */
  async end(): Promise<string> {
    return this.#reader.head();
  }

  /** Whether nothing that came after a cursor was deleted since. */
  async isWholeSince(cursor: string): Promise<boolean> {
    return this.#reader.isWholeSince(cursor);
  }

  /** What comes after a cursor, up to where everyone has read. */
  async read(after: string): Promise<FeedPage> {
    const upTo = this.#cursor ?? (await this.position());
    if (after === upTo) return { entries: [], cursor: after, hasMore: false };
    if (this.#latest?.after === after) return this.#latest.page;
    return this.#reader.read({ after, limit: READ_PAGE, upTo });
  }

  async #look(): Promise<boolean> {
    const { entries, hasMore } = await this.#readOn();
    if (hasMore) this.#poller?.nudge();
    return entries.length > 0;
  }

  /** Whoever asks while it reads gets what it reads. */
  #readOn(): Promise<FeedPage> {
    this.#reading ??= this.#readNext().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Where nothing has come the cursor stays, so that all stay together. */
  async #readNext(): Promise<FeedPage> {
    const after = this.#cursor ?? (await this.#reader.head());
    const page = await this.#reader.read({ after, limit: READ_PAGE });
    if (!this.#poller) return page;
    this.#cursor = page.entries.length > 0 ? page.cursor : after;
    if (page.entries.length > 0) {
      this.#latest = { after, page };
      this.#listeners.forEach(tell => tell());
    }
    return page;
  }

  #stop() {
    this.#poller?.stop();
    this.#poller = undefined;
    this.#cursor = undefined;
    this.#latest = undefined;
  }
}
