import type { Clock } from './Clock';

/** How long interpretation may keep the process to itself. */
const EVERY_MS = 10;

/**
 * Lets the rest of the process have its turn now and then.
 *
 * Of several that wait, one goes on in each turn of the event loop: together they take no longer than one alone.
 */
export class Breath {
  readonly #clock: Clock;
  #last: number;
  #queue: Promise<void> = Promise.resolve();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#last = clock.now();
  }

  /** Resolves after other work has had its turn; `undefined` when that is not needed yet. */
  take(): Promise<void> | undefined {
    if (this.#clock.now() - this.#last < EVERY_MS) return undefined;
    this.#queue = this.#queue.then(() => this.#nextTurn());
    return this.#queue;
  }

  #nextTurn(): Promise<void> {
    return new Promise(resolve => {
      setImmediate(() => {
        this.#last = this.#clock.now();
        resolve();
      });
    });
  }
}
