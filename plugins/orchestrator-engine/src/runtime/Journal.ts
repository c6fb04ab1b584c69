/**
 * One instance's event log at work: answers the interpreter from what is recorded, then goes on live.
 *
 * Made by the worker for a resident instance, and dropped when the instance ends, parks, or is lost to another worker.
 *
 * The log of an instance is steps, each one settlement (what came from outside) followed by the entries that the interpreter
 * makes of it; a step is committed whole, before any effect that it starts is carried out.
 *
 * - J1 While replaying, each entry that the interpreter makes must be the recorded one, else {@link NonDeterminismError} (R5).
 * - J2 An effect begins after the commit of the entry that announces it.
 * - J3 An activity whose completion is recorded is never begun (R1).
 * - J4 A settlement is answered in the order in which it came, and stands in the log in that order.
 */
import type {
  DurableHost,
  Effect,
  Settled,
  TaskEntry,
} from '../interpreter/DurableHost';
import type {
  Append,
  Instance,
  LogEntry,
  Signal,
} from '../store/InstanceStore';
import {
  cancelRequest,
  describeEntry,
  isRemark,
  isSettlement,
  recordedSettlement,
  settlementOf,
  startEntry,
  type NewEntry,
  type Settlement,
} from './journalEntries';
import { OpenEffects, type EffectPort } from './OpenEffects';
import { StepWriter } from './StepWriter';

/** What the journal needs of its worker. */
export interface JournalPort extends EffectPort {
  /** An instance that has nothing to do for longer than this is parked. Milliseconds. */
  readonly parkAfterMs: number;
  /** Resolves once the step is in the log; never resolves when the instance is lost. */
  commit(step: Append): Promise<void>;
  /** The instance has been given up with a committed step; this journal is of no more use. */
  onParked(): void;
  /** Whether the worker takes up nothing more. */
  isStopping(): boolean;
  /** Resolves after other work of the process has had its turn; `undefined` when that is not needed yet. */
  breathe(): Promise<void> | undefined;
}

/** The log does not fit what the interpreter does now. */
export class NonDeterminismError extends Error {
  readonly name = 'NonDeterminismError';
}

/** See the module header. */
export class Journal implements DurableHost {
  readonly #port: JournalPort;
  readonly #replay: readonly LogEntry[];
  readonly #payloadTexts: ReadonlyMap<string, string>;
  readonly #effects: OpenEffects;
  readonly #step: StepWriter;
  readonly #knownSignals = new Set<string>();
  readonly #settlements: Settlement[] = [];
  #cursor = 0;
  #onSettlement: (() => void) | undefined;
  #isCommitting = false;
  #isDisposed = false;

  /**
   * @param recorded - the whole log of the instance
   * @param payloadTexts - JSON text of the recorded values kept apart, by hash
   */
  constructor(
    port: JournalPort,
    { id }: Pick<Instance, 'id'>,
    recorded: readonly LogEntry[],
    payloadTexts: ReadonlyMap<string, string>,
  ) {
    this.#port = port;
    this.#replay = recorded.filter(entry => !isRemark(entry));
    this.#payloadTexts = payloadTexts;
    this.#effects = new OpenEffects(port, settled => this.#settle(settled));
    this.#step = new StepWriter(id, recorded);
  }

  /** When the first worker began with the instance; notes it in the log when that is now. Milliseconds since the epoch. */
  begin(): number {
    const { startedAt } = this.#step.row;
    if (startedAt !== undefined) return startedAt;
    const time = this.#port.clock.now();
    this.#step.write({ type: 'instance.started', time, data: {} });
    return time;
  }

  record(entry: TaskEntry): void {
    this.#emit(entry);
  }

  start(effect: Effect): void {
    this.#emit(startEntry(effect, this.#port.clock.now()));
    this.#effects.add(effect);
  }

  cancel(effect: Effect): void {
    this.#effects.cancel(effect);
  }

  breathe(): Promise<void> | undefined {
    return this.#isDisposed ? forever() : this.#port.breathe();
  }

  async race(): Promise<Settled> {
    if (this.#isReplaying) return this.#replaySettlement();
    for (;;) {
      const next = this.#settlements.shift();
      if (next && this.#isAwaited(next.settled)) return this.#answer(next);
      if (next) {
        this.#forget(next);
        continue;
      }
      await this.#commitStep();
      if (!this.#port.isStopping()) this.#effects.launch();
      await this.#nextSettlement();
    }
  }

  /** Tells the instance something; the same signal only once. */
  signal(signal: Signal): void {
    if (this.#knownSignals.has(signal.id)) return;
    this.#knownSignals.add(signal.id);
    const settlement = settlementOf(signal, this.#port.clock.now());
    if (settlement) this.#settle(settlement);
  }

  /** Commits the end of the run and gives the instance up. */
  async finish(): Promise<void> {
    await this.#commit({ release: true });
    this.dispose();
  }

  /** Sets the instance aside: what the interpreter made since the last commit is dropped, the reason is noted. */
  async suspend(reason: string): Promise<void> {
    this.#step.drop();
    const time = this.#port.clock.now();
    this.#step.write({ type: 'instance.suspended', time, data: { reason } });
    await this.finish();
  }

  /** Ends an instance that the interpreter cannot end, for the actor who asked for it. */
  async forceCancel(signal: Signal): Promise<void> {
    const time = this.#port.clock.now();
    const { actor } = signal;
    const { status: from } = this.#step.row;
    const change = { from, to: 'cancelled', because: actor.reason };
    this.#answer(cancelRequest(signal, time));
    this.#step.write({ type: 'instance.status_changed', time, data: change });
    const data = { forced: true };
    this.#step.write({ type: 'instance.cancelled', time, actor, data });
    await this.finish();
  }

  /** Whether an activity, or a commit, is under way in this process. */
  get isBusy(): boolean {
    return this.#effects.isBusy || this.#isCommitting;
  }

  /** Ends what runs for this instance in this process; the log is left as it is. */
  dispose(): void {
    this.#isDisposed = true;
    this.#effects.stopAll();
  }

  get #isReplaying(): boolean {
    return this.#cursor < this.#replay.length;
  }

  /** J1: the recorded entry while replaying, else a new one. */
  #emit(entry: NewEntry) {
    if (!this.#isReplaying) {
      this.#step.write(entry);
      return;
    }
    const recorded = this.#replay[this.#cursor];
    if (recorded.type !== entry.type || recorded.taskKey !== entry.taskKey) {
      const [was, is] = [recorded, entry].map(describeEntry);
      throw new NonDeterminismError(
        `Recorded is ${was}, the interpreter now makes ${is}`,
      );
    }
    this.#cursor += 1;
  }

  /** J3 */
  #replaySettlement(): Settled {
    const entry = this.#replay[this.#cursor];
    if (!isSettlement(entry)) {
      throw new NonDeterminismError(
        `Recorded is ${describeEntry(entry)}, the interpreter now waits`,
      );
    }
    this.#cursor += 1;
    const settled = recordedSettlement(entry, this.#payloadTexts);
    if (settled.kind === 'effect') this.#effects.remove(settled.id);
    return settled;
  }

  /** J2. Parks when there is nothing to do for long, or the worker stops; then never resolves. */
  async #commitStep(): Promise<void> {
    const now = this.#port.clock.now();
    const { wakeAt = now } = this.#effects;
    const release = this.#port.isStopping()
      ? !this.#effects.isBusy
      : wakeAt - now > this.#port.parkAfterMs;
    if (this.#step.isEmpty && !release) return;
    await this.#commit({ wakeAt, release });
    if (!release) return;
    this.dispose();
    this.#port.onParked();
    await forever();
  }

  async #commit(give: {
    readonly wakeAt?: number;
    readonly release: boolean;
  }): Promise<void> {
    this.#isCommitting = true;
    try {
      await this.#port.commit(this.#step.step(give));
      this.#step.committed();
    } finally {
      this.#isCommitting = false;
    }
  }

  #settle(settlement: Settlement) {
    if (this.#isDisposed) return;
    this.#settlements.push(settlement);
    this.#onSettlement?.();
  }

  async #nextSettlement(): Promise<void> {
    if (this.#settlements.length > 0) return;
    await new Promise<void>(resolve => {
      this.#onSettlement = resolve;
    });
    this.#onSettlement = undefined;
  }

  /** A timer may have fired just before it was cancelled. */
  #isAwaited(settled: Settled): boolean {
    return settled.kind === 'cancel' || this.#effects.has(settled.id);
  }

  /** J4 */
  #answer({ settled, entry, signalId }: Settlement): Settled {
    const effect =
      settled.kind === 'effect' ? this.#effects.remove(settled.id) : undefined;
    if (signalId) this.#step.takeSignal(signalId);
    this.#step.write({ taskKey: effect?.taskKey, ...entry });
    return settled;
  }

  /** Nothing waits for it any more: it leaves no trace but that its signal is taken. */
  #forget({ signalId }: Settlement) {
    if (signalId) this.#step.takeSignal(signalId);
  }
}

function forever(): Promise<never> {
  return new Promise<never>(() => {});
}
