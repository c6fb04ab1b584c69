/**
 * Gathers the entries of one instance's next step.
 *
 * Owns the entries not yet committed, the values that must be stored with them, and the row that they imply.
 */
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type {
  Append,
  Instance,
  LogEntry,
  StoredPayload,
} from '../store/InstanceStore';
import { StepWaits } from './events/StepWaits';
import type { Recording } from './loadRecording';
import { isDecision, lastDecidedSeq } from './journalEntries';
import { encodePayload } from './payloads';
import { projectEntry, projectLog, type Projection } from './projectEntry';
import type { EncodedStart } from './ReplayStart';
import { SecretMask } from './secrets/SecretMask';
import type { NewEntry } from './Settlement';

/** Members of an entry's data that hold a workflow's values. */
const VALUES = ['input', 'output', 'request', 'response', 'event'];

/** See the module header. */
export class StepWriter {
  readonly #instanceId: string;
  #seq: number;
  #row: Projection;
  #committedRow: Projection;
  #mask = new SecretMask({});
  #entries: LogEntry[] = [];
  /** What the step says of who waits for what, and to others. */
  readonly waits: StepWaits;
  #payloads: StoredPayload[] = [];
  #takenSignals: string[] = [];
  #refusedCheckpointAt = 0;
  #decidedSeq: number;

  constructor(
    instance: Pick<Instance, 'id' | 'createdAt' | 'parent'>,
    { entries, start }: Pick<Recording, 'entries' | 'start'>,
  ) {
    this.#instanceId = instance.id;
    this.waits = new StepWaits(instance);
    this.#seq = entries.at(-1)?.seq ?? 0;
    this.#decidedSeq = lastDecidedSeq(entries);
    this.#row = projectLog({ entries, start });
    this.#committedRow = this.#row;
  }

  /** What entries must not tell. */
  hide(mask: SecretMask): void {
    this.#mask = mask;
  }

  /** What the log implies so far, these entries included. */
  get row(): Projection {
    return this.#row;
  }

  /** Number of the last entry, these included. */
  get seq(): number {
    return this.#seq;
  }

  /** Number of the last of these entries that is more than a note of what was refused. */
  get decidedSeq(): number {
    return this.#decidedSeq;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#takenSignals.length === 0;
  }

  write(told: NewEntry): void {
    const data = this.#mask.of(told.data);
    const entry = data === told.data ? told : { ...told, data };
    this.#seq += 1;
    if (isDecision(entry)) this.#decidedSeq = this.#seq;
    const written = { ...told, seq: this.#seq, data: this.#encoded(data) };
    this.#entries.push(written);
    this.waits.follow(entry);
    this.#row = projectEntry(this.#row, written);
  }

  /** Whether so many entries have been written since the last checkpoint. */
  isCheckpointDue(everyEntries: number): boolean {
    const { checkpointSeq = 0 } = this.#row;
    const since = Math.max(checkpointSeq, this.#refusedCheckpointAt);
    return this.#seq - since >= everyEntries;
  }

  /** @returns whether it was written: one that would tell a secret is not, and the next one is due as much later as if it had been */
  writeCheckpoint({ state, stored }: EncodedStart, time: number): boolean {
    const tells = stored.some(({ text }) => this.#mask.of(text) !== text);
    if (tells) {
      this.#refusedCheckpointAt = this.#seq;
      return false;
    }
    this.#payloads.push(...stored);
    this.write({ type: 'instance.checkpointed', time, data: { state } });
    return true;
  }

  /** The step answers this signal. */
  takeSignal(id: string): void {
    this.#takenSignals.push(id);
  }

  /** The step as it is to be committed; it is this step still until it is said to be {@link StepWriter.committed}. */
  step(give: {
    /** When a worker must take the instance up again, milliseconds since the epoch. */
    readonly wakeAt?: number;
    /** Whether the worker gives the instance up. */
    readonly release: boolean;
  }): Append {
    return {
      instanceId: this.#instanceId,
      afterSeq: this.#seq - this.#entries.length,
      entries: this.#entries,
      payloads: this.#payloads,
      change: { ...this.#row, wakeAt: give.wakeAt },
      takenSignals: this.#takenSignals,
      release: give.release,
      ...this.waits.members,
    };
  }

  /** The step is in the log; what is written from now on belongs to the next one. */
  committed(): void {
    this.#committedRow = this.#row;
    this.#clear();
  }

  /** Forgets all that was written since the last commit. */
  drop(): void {
    this.#seq -= this.#entries.length;
    this.#decidedSeq = Math.min(this.#decidedSeq, this.#seq);
    this.#row = this.#committedRow;
    this.#clear();
  }

  #clear() {
    this.#entries = [];
    this.#payloads = [];
    this.#takenSignals = [];
    this.waits.clear();
  }

  #encoded(data: NewEntry['data']): LogEntry['data'] {
    const encoded: { [name: string]: unknown } = { ...data };
    for (const name of VALUES) {
      const value = data[name] as Json | undefined;
      if (value === undefined) continue;
      const { payload, stored } = encodePayload(value);
      if (stored) this.#payloads.push(stored);
      encoded[name] = payload;
    }
    return encoded;
  }
}
