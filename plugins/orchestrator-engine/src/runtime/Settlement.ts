import type { Settled } from '../interpreter/DurableHost';
import type { LogEntry } from '../store/InstanceStore';

/** An entry whose number and whose values' form are not yet decided. */
export type NewEntry = Omit<LogEntry, 'seq'>;

/** Something that has come from outside the interpreter, and how the log notes it. */
export interface Settlement {
  readonly settled: Settled;
  readonly entry: NewEntry;
  /** The signal that this answers. */
  readonly signalId?: string;
  /** When what was asked for only holds as long as this is the last entry's number. */
  readonly afterSeq?: number;
}
