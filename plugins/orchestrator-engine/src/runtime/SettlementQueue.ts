import type { Settlement } from './Settlement';

/** Settlements that have come to an instance and have not been looked at, in the order in which they came. */
export class SettlementQueue {
  readonly #settlements: Settlement[] = [];
  #onNews: (() => void) | undefined;
  #isToLookAgain = false;

  add(settlement: Settlement): void {
    this.#settlements.push(settlement);
    this.#onNews?.();
  }

  /** Something has begun or ended that settles nothing: it may be time to park. */
  lookAgain(): void {
    this.#isToLookAgain = true;
    this.#onNews?.();
  }

  /** The next settlement; `undefined` when all has been looked at. */
  take(): Settlement | undefined {
    const next = this.#settlements.shift();
    if (!next) this.#isToLookAgain = false;
    return next;
  }

  /** Resolves when there is something to look at, at once if that has come since all was looked at. */
  async news(): Promise<void> {
    if (this.#settlements.length > 0 || this.#isToLookAgain) return;
    await new Promise<void>(resolve => {
      this.#onNews = resolve;
    });
    this.#onNews = undefined;
  }
}
