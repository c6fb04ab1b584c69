import type { Timing } from './Timing';

/** How long a page is out of sight until nobody needs to be told anything there. */
const AWAY_MS = 5 * 60_000;

/** Whether somebody may be looking at the page. Outside of browsers somebody always is. */
export class PageSight {
  readonly #timing: Timing;
  #lost = new AbortController();
  #cancel = () => {};

  constructor(timing: Timing) {
    this.#timing = timing;
    globalThis.document?.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  /** Aborted once the page has been out of sight for five minutes. Another one when it has come back. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Looks no further. */
  close(): void {
    this.#cancel();
    globalThis.document?.removeEventListener('visibilitychange', this.#look);
  }

  readonly #look = () => {
    this.#cancel();
    if (globalThis.document?.visibilityState === 'hidden') {
      this.#cancel = this.#timing.schedule(AWAY_MS, () => this.#lost.abort());
    } else if (this.lost.aborted) this.#lost = new AbortController();
  };
}
