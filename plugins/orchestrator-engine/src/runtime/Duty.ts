import type { DutyStore, HeldDuty } from '../store/DutyStore';
import type { Clock } from './Clock';
import { messageOf, type EngineLogger } from './EngineLogger';

/** What a duty is done with. */
export interface DutyOptions {
  readonly duties: DutyStore;
  /** Of the duty: one process at a time does it. */
  readonly name: string;
  /** Of this process. */
  readonly holder: string;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  /** How often it is done. Milliseconds. */
  readonly everyMs: number;
  /** Does it once. @returns after how many milliseconds to do it again, when that is sooner */
  readonly work: (duty: HeldDuty) => Promise<number | undefined>;
}

/** How long others leave a duty to a holder that is silent, beyond the time between two turns. Milliseconds. */
const SILENT_FOR_MS = 15_000;

/** Does again and again what only one process at a time should do. A failure is logged, and tried again the next time. */
export class Duty {
  readonly #options: DutyOptions;
  #cancelNext = () => {};
  #turn: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;

  constructor(options: DutyOptions) {
    this.#options = options;
  }

  /** Does it now, or at once again when it is being done. */
  nudge(): void {
    if (this.#isStopped) return;
    this.#isWanted = true;
    this.#turn ??= this.#turns();
  }

  /** Ends after what it is doing now. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isWanted = false;
    this.#cancelNext();
    await this.#turn;
  }

  async #turns() {
    const { name, logger, clock, everyMs } = this.#options;
    this.#cancelNext();
    let againMs = everyMs;
    while (this.#isWanted) {
      this.#isWanted = false;
      try {
        againMs = Math.min((await this.#once()) ?? everyMs, everyMs);
      } catch (error) {
        logger.warn(`Duty "${name}": ${messageOf(error)}; trying again later`);
      }
    }
    this.#turn = undefined;
    if (this.#isStopped) return;
    this.#cancelNext = clock.schedule(() => this.nudge(), againMs);
  }

  async #once(): Promise<number | undefined> {
    const { duties, name, holder, everyMs, work } = this.#options;
    const forMs = everyMs + SILENT_FOR_MS;
    const held = await duties.hold({ name, holder, forMs });
    return held ? work(held) : undefined;
  }
}
