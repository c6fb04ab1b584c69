/**
 * One instance's event log at work: answers the interpreter from what is recorded, then goes on live.
 *
 * Made by the worker for a resident instance, and dropped when the instance ends, parks, or is lost to another worker.
 *
 * The log of an instance is steps, each one settlement (what came from outside) followed by the entries that the interpreter
 * makes of it; a step is committed whole, before any effect that it starts is carried out.
 *
 * - J1 While replaying, each entry that the interpreter makes must be the recorded one, see {@link Replay} (R5).
 * - J2 An effect begins after the commit of the entry that announces it.
 * - J3 An activity whose completion is recorded is never begun (R1).
 * - J4, J5, J6 What comes from outside goes through the {@link Intake}.
 * - J7 A run goes on from a checkpoint as it would have without it; what is open there is not announced again.
 */
import type { EventType } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { WorkflowDefinition } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { Checkpoint } from '../interpreter/Checkpoint';
import type {
  DurableHost,
  Effect,
  Settled,
  TaskEntry,
} from '../interpreter/DurableHost';
import type { Append, Instance, Signal } from '../store/InstanceStore';
import { requested, type ActSignal } from './acts/actEntries';
import { TakenEvents } from './events/TakenEvents';
import { Intake } from './Intake';
import { settlementOf, startEntry } from './journalEntries';
import type { Recording } from './loadRecording';
import { OpenEffects, type EffectPort } from './OpenEffects';
import { Replay } from './Replay';
import type { Given } from './runOptionsFor';
import { encodeStart, readAgain } from './ReplayStart';
import type { SecretMask } from './secrets/SecretMask';
import type { NewEntry, Settlement } from './Settlement';
import { StepWriter } from './StepWriter';

/** What the journal needs of its worker. */
export interface JournalPort extends EffectPort {
  /** An instance that has nothing to do for longer than this is parked; it may change. Milliseconds. */
  readonly parkAfterMs: number;
  /** How many entries are written before the run is to note where it stands. */
  readonly entriesPerCheckpoint: number;
  /** Resolves once the step is in the log; never resolves when the instance is lost. */
  commit(step: Append): Promise<void>;
  /** A task has ended, which is yet to be committed. */
  onTaskEnded?(taskKey: string): void;
  /** The instance has been given up with a committed step; this journal is of no more use. */
  onParked(): void;
  /** Whether the worker takes up nothing more. */
  isStopping(): boolean;
  /** Resolves after other work of the process has had its turn; `undefined` when that is not needed yet. */
  breathe(): Promise<void> | undefined;
}

/** Entries with which a task ends, or waits for a decision on its failure. */
const TASK_ENDS: ReadonlySet<EventType> = new Set<EventType>([
  'task.completed',
  'task.failed',
  'task.skipped',
  'task.cancelled',
]);

/** What comes again is what was told and not noted as told, and that is little: the event router looks into the log for all else. */
const MOST_TAKEN_EVENTS = 10_000;

/** See the module header. */
export class Journal implements DurableHost {
  readonly #port: JournalPort;
  readonly #replay: Replay;
  readonly #effects: OpenEffects;
  readonly #step: StepWriter;
  readonly #taken: TakenEvents;
  /** Effects that are open since before the checkpoint, and which the run has not yet come to wait for again. */
  readonly #openBefore: Set<string>;
  readonly #intake: Intake;
  readonly #knownSignals = new Set<string>();
  #isCommitting = false;
  #isDisposed = false;

  constructor(
    port: JournalPort,
    instance: Pick<Instance, 'id' | 'createdAt' | 'parent'>,
    recording: Recording,
  ) {
    this.#port = port;
    const { entries, payloadTexts, start } = recording;
    this.#replay = new Replay(entries, payloadTexts);
    this.#taken = new TakenEvents(
      start?.takenEvents,
      start?.listeners,
      MOST_TAKEN_EVENTS,
    );
    this.#openBefore = new Set(start?.open?.map(({ id }) => id));
    this.#effects = new OpenEffects(port, {
      onSettled: settled => this.#settle(settled),
      onIdle: () => this.#intake.lookAgain(),
    });
    start?.timeouts.forEach(timeout => this.#effects.add(timeout));
    this.#step = new StepWriter(instance, recording);
    this.#intake = new Intake({
      replay: this.#replay,
      effects: this.#effects,
      taken: this.#taken,
      step: this.#step,
    });
  }

  /** What is going to run. */
  follow(definition: WorkflowDefinition): void {
    this.#intake.follow(definition);
  }

  /** What the log must not tell, nor the run come to know from outside: a replay has no more than what was written. */
  hide(mask: SecretMask): void {
    this.#intake.hide(mask);
    this.#step.hide(mask);
  }

  /**
   * When the first worker began with the instance, and what it gave to the run; notes it in the log when that is now.
   *
   * @param given - counts from now on for an instance whose log says nothing of it
   */
  begin(given: Given): { readonly startedAt: number; readonly given: Given } {
    const { row } = this.#step;
    if (row.startedAt !== undefined) {
      return { startedAt: row.startedAt, given: row.given ?? given };
    }
    const time = this.#port.clock.now();
    const data = { ...given };
    this.#step.write({ type: 'instance.started', time, data });
    return { startedAt: time, given };
  }

  record(entry: TaskEntry): void {
    this.#emit(entry);
  }

  /** J7 */
  start(effect: Effect): void {
    if (this.#effects.find(effect.id)) return;
    if (this.#openBefore.delete(effect.id)) {
      this.#effects.add(effect);
      return;
    }
    const isNew = this.#replay.isOver;
    this.#emit(startEntry(effect, this.#port.clock.now()));
    this.#effects.add(effect);
    if (effect.kind !== 'listen') return;
    this.#taken.listen(effect.taskKey);
    if (isNew) this.#step.waits.begin(effect);
  }

  cancel(effect: Effect): void {
    this.#effects.cancel(effect);
    if (effect.kind === 'listen') this.#step.waits.end(effect.id);
    const isNew = this.#replay.isOver;
    if (effect.kind === 'approval' && isNew) {
      this.#step.waits.withdraw(effect.id);
    }
  }

  /** J7 */
  checkpoint(take: () => Checkpoint | undefined): Checkpoint | undefined {
    const { entriesPerCheckpoint } = this.#port;
    if (!this.#replay.isOver) return undefined;
    if (!this.#step.isCheckpointDue(entriesPerCheckpoint)) return undefined;
    const run = take();
    if (!run) return undefined;
    const { row } = this.#step;
    const { timeouts, others: open } = this.#effects;
    const { all: takenEvents, listeners } = this.#taken;
    const standing = { row, timeouts, open, takenEvents, listeners };
    const encoded = encodeStart({ run, ...standing });
    if (!this.#step.writeCheckpoint(encoded, run.now)) return undefined;
    return readAgain(encoded).run;
  }

  breathe(): Promise<void> | undefined {
    return this.#isDisposed ? forever() : this.#port.breathe();
  }

  async race(): Promise<Settled> {
    // J3
    if (!this.#replay.isOver) return this.#intake.answerAgain();
    for (;;) {
      const settled = this.#intake.next();
      if (settled) return settled;
      await this.#commitStep();
      if (!this.#port.isStopping()) this.#effects.launch();
      await this.#intake.news();
    }
  }

  /** Tells the instance something; the same signal only once. */
  signal(signal: Signal): void {
    if (this.#knownSignals.has(signal.id)) return;
    this.#knownSignals.add(signal.id);
    this.#settle(settlementOf(signal, this.#port.clock.now()));
  }

  /** Commits the end of the run and gives the instance up; children of a run that did not wait for them are told to stop. */
  async finish(): Promise<void> {
    const time = this.#port.clock.now();
    for (const { id } of this.#effects.untoldChildren) {
      this.#step.waits.abandon(id, time);
    }
    await this.#giveUp();
  }

  async #giveUp(): Promise<void> {
    await this.#commit({ release: true });
    this.dispose();
  }

  /** Sets the instance aside: what the interpreter made since the last commit is dropped, the reason is noted. */
  async setAside(reason: string): Promise<void> {
    this.#step.drop();
    const time = this.#port.clock.now();
    this.#step.write({ type: 'instance.suspended', time, data: { reason } });
    await this.#giveUp();
  }

  /** Whether the engine has set the instance aside. */
  get isSetAside(): boolean {
    return this.#step.row.setAside !== undefined;
  }

  /** Lets an instance go on that was set aside, for the actor who asked for it; it is what it was before. */
  async resumeSetAside({ id, actor }: ActSignal): Promise<void> {
    const { status: to = 'running', because } = this.#step.row.setAside ?? {};
    const time = this.#port.clock.now();
    const data = { to, because };
    this.#knownSignals.add(id);
    this.#step.takeSignal(id);
    this.#step.write({ type: 'instance.resumed', time, actor, data });
    await this.#commit({ release: false });
  }

  /**
   * Ends an instance that the interpreter cannot end, for the actor who asked for it.
   *
   * @param children - the effects whose children are told to stop
   */
  async forceCancel(
    signal: ActSignal,
    children: readonly string[],
  ): Promise<void> {
    const time = this.#port.clock.now();
    const { actor } = signal;
    const { status: from } = this.#step.row;
    const change = { from, to: 'cancelled', because: actor.reason };
    this.#intake.answer(requested(signal, time));
    this.#step.write({ type: 'instance.status_changed', time, data: change });
    const data = { forced: true };
    this.#step.write({ type: 'instance.cancelled', time, actor, data });
    this.#step.waits.endAll();
    for (const effectId of children) this.#step.waits.abandon(effectId, time);
    await this.finish();
  }

  /** Resolves when no activity of the instance runs any more in this process. */
  async ended(): Promise<void> {
    await this.#effects.ended();
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

  /** J1: the recorded entry while replaying, else a new one. */
  #emit(entry: NewEntry) {
    this.#effects.follow(entry);
    if (entry.taskKey && TASK_ENDS.has(entry.type)) {
      this.#endTask(entry.taskKey);
    }
    if (this.#replay.isOver) this.#step.write(entry);
    else this.#replay.expect(entry);
  }

  #endTask(taskKey: string) {
    this.#taken.end(taskKey);
    if (this.#replay.isOver) this.#port.onTaskEnded?.(taskKey);
  }

  /** J2. Parks when there is nothing to do for long, or the worker stops; then never resolves. */
  async #commitStep(): Promise<void> {
    const wakeAt = this.#wakeAt();
    const release = this.#mayRelease(wakeAt);
    if (this.#step.isEmpty && !release) return;
    // What runs on is due whenever its owner is gone: nothing to note, which keeps the row's place in all indexes.
    const isKnown = release || this.#effects.wakeAt !== undefined;
    await this.#commit({
      wakeAt: isKnown && Number.isFinite(wakeAt) ? wakeAt : undefined,
      release,
    });
    if (!release) return;
    this.dispose();
    this.#port.onParked();
    await forever();
  }

  /** When there is something to do again: `Infinity` when somebody else must bring that about, 0 when there is now, by everybody's clock. */
  #wakeAt(): number {
    return this.#hasEnded ? Infinity : this.#effects.wakeAt ?? 0;
  }

  #mayRelease(wakeAt: number): boolean {
    if (this.#hasEnded) return true;
    const { clock, parkAfterMs } = this.#port;
    return this.#port.isStopping()
      ? !this.#effects.isBusy
      : wakeAt - clock.now() > parkAfterMs;
  }

  /** Whether it has failed, and waits for somebody's decision. */
  get #hasEnded(): boolean {
    return this.#step.row.endedAt !== undefined;
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
    if (!this.#isDisposed) this.#intake.add(settlement);
  }
}

function forever(): Promise<never> {
  return new Promise<never>(() => {});
}
