import type { DutyStore, HeldDuty } from '../store/DutyStore';
import type { Clock } from './Clock';
import { messageOf, type EngineLogger } from './EngineLogger';

/** What a duty is done with. */
export interface DutyOptions {
  readonly duties: DutyStore;
  /** Of the duty: one process at a time does it. */
  readonly name: string;
  /** The worker of this process; nothing is done while there is none. */
  readonly holder: () => string | undefined;
  readonly clock: Clock;
  readonly logger: EngineLogger;
  /** How often it is done. Milliseconds. */
  readonly everyMs: number;
  /** Does it once. @returns after how many milliseconds to do it again, when that is sooner */
  readonly work: (turn: DutyTurn) => Promise<number | undefined>;
}

/** A duty while it is done. */
export interface DutyTurn extends HeldDuty {
  readonly holder: string;
  /** Notes how far the work has got; `false` when the duty is another's by now. */
  readonly keep: (state: string) => Promise<boolean>;
}

/** How long others leave a duty to a worker that lives and yet does not do it, beyond the time between two turns. Milliseconds. */
const SILENT_FOR_MS = 15_000;

/** Does again and again what only one process at a time should do, as its worker. A failure is logged, and tried again the next time. */
export class Duty {
  readonly #options: DutyOptions;
  #cancelNext = () => {};
  #turn: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;
  #heldBy: string | undefined;

  constructor(options: DutyOptions) {
    this.#options = options;
  }

  /** Does it now, or at once again when it is being done. */
  nudge(): void {
    if (this.#isStopped) return;
    this.#isWanted = true;
    this.#turn ??= this.#turns();
  }

  /** Ends after what it is doing now, and leaves the duty to others. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isWanted = false;
    this.#cancelNext();
    await this.#turn;
    await this.#release();
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
    const { duties, name, everyMs, work } = this.#options;
    const holder = this.#options.holder();
    if (holder === undefined) return undefined;
    this.#heldBy = holder;
    const forMs = everyMs + SILENT_FOR_MS;
    const held = await duties.hold({ name, holder, forMs });
    if (!held) return undefined;
    const keep = (state: string) => duties.keep({ name, holder, state });
    return work({ ...held, holder, keep });
  }

  async #release(): Promise<void> {
    const { duties, name, logger } = this.#options;
    const holder = this.#heldBy;
    if (holder === undefined) return;
    try {
      await duties.release({ name, holder });
    } catch {
      logger.info(`Duty "${name}" runs out by itself`);
    }
  }
}
