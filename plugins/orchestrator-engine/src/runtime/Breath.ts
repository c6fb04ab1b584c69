import type { Clock } from './Clock';

/** How long interpretation may keep the process to itself. */
const EVERY_MS = 10;

/**
 * Lets the rest of the process have its turn when interpretation has kept it for long; what the process has waited for something
 * else, such as a commit, does not count.
 *
 * Those that wait go on together, as far as a turn of the event loop goes: what they make can then be committed together, too.
 */
export class Breath {
  readonly #waiting: (() => void)[] = [];
  /** When interpretation began in this turn of the event loop. */
  #beganAt: number | undefined;

  constructor(private readonly clock: Clock) {}

  /** Resolves after other work has had its turn; `undefined` when that is not needed yet. */
  take(): Promise<void> | undefined {
    if (!this.#isTurnOver()) return undefined;
    return new Promise(resolve => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(() => this.#goOn());
    });
  }

  #isTurnOver(): boolean {
    const now = this.clock.now();
    if (this.#beganAt === undefined) {
      this.#beganAt = now;
      setImmediate(() => {
        this.#beganAt = undefined;
      });
    }
    return now - this.#beganAt >= EVERY_MS;
  }

  /** Lets one after the other go on, each up to where it waits again; the rest in the next turn when this one is over. */
  #goOn() {
    if (this.#isTurnOver()) {
      setImmediate(() => this.#goOn());
      return;
    }
    this.#waiting[0]?.();
    // A tick comes once no promise is left to go on: that one has gone as far as it can.
    queueMicrotask(() => process.nextTick(() => this.#afterOne()));
  }

  #afterOne() {
    this.#waiting.shift();
    if (this.#waiting.length > 0) this.#goOn();
  }
}
