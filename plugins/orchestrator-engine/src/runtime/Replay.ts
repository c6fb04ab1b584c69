/**
 * A recorded log, answering an interpreter that runs over it again.
 *
 * - J1 Each entry that the interpreter makes must be the recorded one, else {@link NonDeterminismError} (R5).
 */
import type { Settled } from '../interpreter/DurableHost';
import type { LogEntry } from '../store/InstanceStore';
import {
  describeEntry,
  isRemark,
  isSettlement,
  recordedSettlement,
} from './journalEntries';
import type { NewEntry } from './Settlement';

/** The log does not fit what the interpreter does now. */
export class NonDeterminismError extends Error {
  readonly name = 'NonDeterminismError';
}

/** A recorded settlement, and its entry. */
export interface Replayed {
  readonly settled: Settled;
  readonly entry: LogEntry;
}

/** See the module header. */
export class Replay {
  readonly #entries: readonly LogEntry[];
  readonly #texts: ReadonlyMap<string, string>;
  #cursor = 0;

  /**
   * @param recorded - the log, from where the replay begins
   * @param texts - JSON text of the recorded values kept apart, by hash
   */
  constructor(
    recorded: readonly LogEntry[],
    texts: ReadonlyMap<string, string>,
  ) {
    this.#entries = recorded.filter(entry => !isRemark(entry));
    this.#texts = texts;
  }

  /** Whether all that is recorded has been answered. */
  get isOver(): boolean {
    return this.#cursor >= this.#entries.length;
  }

  /** J1 @throws {@link NonDeterminismError} */
  expect(entry: NewEntry): void {
    const recorded = this.#entries[this.#cursor];
    if (recorded.type !== entry.type || recorded.taskKey !== entry.taskKey) {
      const [was, is] = [recorded, entry].map(describeEntry);
      throw new NonDeterminismError(
        `Recorded is ${was}, the interpreter now makes ${is}`,
      );
    }
    this.#cursor += 1;
  }

  /** What came next from outside. @throws {@link NonDeterminismError} */
  nextSettlement(): Replayed {
    const entry = this.#entries[this.#cursor];
    if (!isSettlement(entry)) {
      throw new NonDeterminismError(
        `Recorded is ${describeEntry(entry)}, the interpreter now waits`,
      );
    }
    this.#cursor += 1;
    return { settled: recordedSettlement(entry, this.#texts), entry };
  }
}
