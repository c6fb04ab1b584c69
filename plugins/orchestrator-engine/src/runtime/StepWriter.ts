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
import { encodePayload } from './payloads';
import { projectEntry, unwritten, type Projection } from './projectEntry';
import { SecretMask } from './secrets/SecretMask';
import type { NewEntry } from './Settlement';

/** Members of an entry's data that hold a workflow's values. */
const VALUES = new Set(['input', 'output', 'request', 'response', 'event']);

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

  /** @param recorded - the whole log of the instance */
  constructor(
    instance: Pick<Instance, 'id' | 'createdAt' | 'parent'>,
    recorded: readonly LogEntry[],
  ) {
    this.#instanceId = instance.id;
    this.waits = new StepWaits(instance);
    this.#seq = recorded.length;
    this.#row = recorded.reduce(projectEntry, unwritten);
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

  get isEmpty(): boolean {
    return this.#entries.length === 0 && this.#takenSignals.length === 0;
  }

  write(told: NewEntry): void {
    const entry = { ...told, data: this.#mask.of(told.data) };
    const encoded = this.#encoded(entry.data);
    this.#seq += 1;
    const written = { ...entry, seq: this.#seq, data: encoded };
    this.#entries.push(written);
    this.waits.follow(entry);
    this.#row = projectEntry(this.#row, written);
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
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => {
        if (!VALUES.has(name) || value === undefined) return [name, value];
        const { payload, stored } = encodePayload(value as Json);
        if (stored) this.#payloads.push(stored);
        return [name, payload];
      }),
    );
  }
}
