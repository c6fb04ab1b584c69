import type { Clock } from '@stagecraft/backstage-plugin-orchestrator-engine';

const FASTEST_MS = 200;
/** What was told of and cannot be read yet, as another transaction has not ended, can be read soon. */
const SOON_MS = 20;
const SLOWEST_MS = 2_000;
const SLOWER_BY = 1.3;

/** Looks again and again for what others may have written: often while it finds something, less and less often while it does not. */
export class Poller {
  readonly #look: () => Promise<boolean>;
  readonly #clock: Clock;
  #delayMs = FASTEST_MS;
  #cancelTimer = () => {};
  #isStopped = false;
  #isLooking = false;
  #isLookWanted = false;

  /** @param look - tells whether it has found something; when it cannot look, that is tried again at the next turn */
  constructor(look: () => Promise<boolean>, clock: Clock) {
    this.#look = look;
    this.#clock = clock;
    this.#schedule();
  }

  /** Looks now; once more when it is asked to while it looks. */
  nudge(): void {
    this.#isLookWanted = true;
    this.#delayMs = SOON_MS;
    if (!this.#isLooking) void this.#lookWhileWanted();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
  }

  async #turn() {
    this.#isLookWanted = true;
    await this.#lookWhileWanted();
  }

  async #lookWhileWanted() {
    this.#isLooking = true;
    this.#cancelTimer();
    while (this.#isLookWanted && !this.#isStopped) {
      this.#isLookWanted = false;
      const hasFound = await this.#look().catch(() => false);
      this.#delayMs = hasFound
        ? FASTEST_MS
        : Math.min(this.#delayMs * SLOWER_BY, SLOWEST_MS);
    }
    this.#isLooking = false;
    if (!this.#isStopped) this.#schedule();
  }

  #schedule() {
    this.#cancelTimer = this.#clock.schedule(
      () => void this.#turn(),
      this.#delayMs,
    );
  }
}
