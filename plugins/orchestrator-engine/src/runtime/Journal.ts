/**
 * One instance's event log at work: answers the interpreter from what is recorded, then goes on live.
 *
 * Owns the entries not yet committed and the effects not yet settled. Made by the worker for a resident instance, and dropped
 * when the instance ends, parks, or is lost to another worker.
 *
 * The log of an instance is steps, each one settlement (what came from outside) followed by the entries that the interpreter
 * makes of it; a step is committed whole, before any effect that it starts is carried out.
 *
 * - J1 While replaying, each entry that the interpreter makes must be the recorded one, else {@link NonDeterminismError} (R5).
 * - J2 An effect begins after the commit of the entry that announces it.
 * - J3 An activity whose completion is recorded is never begun (R1).
 * - J4 A settlement is answered in the order in which it came, and stands in the log in that order.
 */
import type { EventType } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import type { ActivityResult } from '../activities/ActivityExecutor';
import type {
  ActivityEffect,
  DurableHost,
  Effect,
  Outcome,
  Settled,
  TaskEntry,
  TimerEffect,
} from '../interpreter/DurableHost';
import { isoTime } from '../interpreter/time';
import { standardError } from '../interpreter/WorkflowError';
import type {
  Append,
  Instance,
  InstanceChange,
  LogEntry,
  Signal,
  StoredPayload,
} from '../store/InstanceStore';
import type { Clock } from './Clock';
import { decodePayload, encodePayload } from './payloads';
import { projectEntry, unwritten } from './projectEntry';

/** What the journal needs of its worker. */
export interface JournalPort {
  readonly clock: Clock;
  /** An instance that has nothing to do for longer than this is parked. Milliseconds. */
  readonly parkAfterMs: number;
  /** Resolves once the step is in the log; never resolves when the instance is lost. */
  commit(step: Append): Promise<void>;
  /** Carries out an activity; does not reject. */
  execute(effect: ActivityEffect, signal: AbortSignal): Promise<ActivityResult>;
  /** The instance has been given up with a committed step; this journal is of no more use. */
  onParked(): void;
  /** Resolves after other work of the process has had its turn; `undefined` when that is not needed yet. */
  breathe(): Promise<void> | undefined;
}

/** The log does not fit what the interpreter does now. */
export class NonDeterminismError extends Error {
  readonly name = 'NonDeterminismError';
}

/** Types of entries that come from outside the interpreter and settle something. */
const SETTLEMENTS: ReadonlySet<EventType> = new Set<EventType>([
  'call.completed',
  'timer.fired',
  'instance.cancel_requested',
]);

/** Types of entries that say something of the engine itself and decide nothing. */
const REMARKS: ReadonlySet<EventType> = new Set<EventType>([
  'instance.created',
  'instance.started',
  'instance.suspended',
]);

/** Members of an entry's data that hold a workflow's values. */
const VALUES = new Set(['input', 'output', 'request', 'response']);

type NewEntry = Omit<LogEntry, 'seq' | 'data'> & {
  readonly data: { readonly [key: string]: unknown };
};

/** An effect that has begun in the log and not settled. */
interface OpenEffect {
  readonly effect: Effect;
  isCancelled: boolean;
  /** Ends what has been begun in this process; absent until it has. */
  stop?: () => void;
}

interface Settlement {
  readonly settled: Settled;
  readonly entry: NewEntry;
  readonly signalId?: string;
}

/** See the module header. */
export class Journal implements DurableHost {
  readonly #port: JournalPort;
  readonly #instance: Instance;
  readonly #replay: readonly LogEntry[];
  readonly #payloadTexts: ReadonlyMap<string, string>;
  readonly #open = new Map<string, OpenEffect>();
  readonly #knownSignals = new Set<string>();
  readonly #settlements: Settlement[] = [];
  #cursor = 0;
  #seq: number;
  /** The row after all entries, and after those that are committed. */
  #row: InstanceChange;
  #committedRow: InstanceChange;
  #buffer: LogEntry[] = [];
  #payloads: StoredPayload[] = [];
  #takenSignals: string[] = [];
  #onSettlement: (() => void) | undefined;
  #isDisposed = false;

  /**
   * @param recorded - the whole log of the instance
   * @param payloadTexts - JSON text of the recorded values kept apart, by hash
   */
  constructor(
    port: JournalPort,
    instance: Instance,
    recorded: readonly LogEntry[],
    payloadTexts: ReadonlyMap<string, string>,
  ) {
    this.#port = port;
    this.#instance = instance;
    this.#replay = recorded.filter(({ type }) => !REMARKS.has(type));
    this.#payloadTexts = payloadTexts;
    this.#row = recorded.reduce(projectEntry, unwritten);
    this.#committedRow = this.#row;
    this.#seq = recorded.length;
  }

  /** When the first worker began with the instance; notes it in the log when that is now. Milliseconds since the epoch. */
  begin(): number {
    const { startedAt } = this.#row;
    if (startedAt !== undefined) return startedAt;
    const now = this.#port.clock.now();
    this.#write({ type: 'instance.started', time: now, data: {} });
    return now;
  }

  get #isReplaying(): boolean {
    return this.#cursor < this.#replay.length;
  }

  record(entry: TaskEntry): void {
    this.#emit(entry);
  }

  start(effect: Effect): void {
    this.#emit(startEntry(effect, this.#port.clock.now()));
    this.#open.set(effect.id, { effect, isCancelled: false });
  }

  cancel(effect: Effect): void {
    const open = this.#open.get(effect.id);
    if (!open) return;
    open.isCancelled = true;
    open.stop?.();
    if (effect.kind === 'timer') this.#open.delete(effect.id);
  }

  breathe(): Promise<void> | undefined {
    return this.#isReplaying ? undefined : this.#port.breathe();
  }

  async race(): Promise<Settled> {
    if (this.#isReplaying) return this.#replaySettlement();
    for (;;) {
      const next = this.#settlements.shift();
      if (next && this.#isAwaited(next.settled)) return this.#answer(next);
      if (next) continue;
      await this.#commitStep();
      this.#launch();
      await this.#nextSettlement();
    }
  }

  /** Tells the instance something; the same signal only once. */
  signal({ id, actor }: Signal): void {
    if (this.#knownSignals.has(id)) return;
    this.#knownSignals.add(id);
    const time = this.#port.clock.now();
    this.#settle({
      settled: { kind: 'cancel', actor, time },
      entry: { type: 'instance.cancel_requested', time, actor, data: {} },
      signalId: id,
    });
  }

  /** Commits the end of the run and gives the instance up. */
  async finish(): Promise<void> {
    await this.#port.commit(this.#takeStep({ release: true }));
    this.dispose();
  }

  /** Sets the instance aside: what the interpreter made since the last commit is dropped, the reason is noted. */
  async suspend(reason: string): Promise<void> {
    this.#dropStep();
    const time = this.#port.clock.now();
    this.#write({ type: 'instance.suspended', time, data: { reason } });
    await this.finish();
  }

  /** Ends an instance that the interpreter cannot end, for the actor who asked for it. */
  async forceCancel({ id, actor }: Signal): Promise<void> {
    const time = this.#port.clock.now();
    const from = this.#row.status;
    this.#write({ type: 'instance.cancel_requested', time, actor, data: {} });
    this.#write({
      type: 'instance.status_changed',
      time,
      data: { from, to: 'cancelled', because: actor.reason },
    });
    const data = { forced: true };
    this.#write({ type: 'instance.cancelled', time, actor, data });
    this.#takenSignals.push(id);
    await this.finish();
  }

  /** Whether an activity is running in this process. */
  get isBusy(): boolean {
    return [...this.#open.values()].some(
      ({ effect, stop }) => effect.kind !== 'timer' && stop !== undefined,
    );
  }

  /** Ends what runs for this instance in this process; the log is left as it is. */
  dispose(): void {
    this.#isDisposed = true;
    for (const { stop } of this.#open.values()) stop?.();
    this.#open.clear();
  }

  /** Commits the step; parks when there is nothing to do for long, and then never resolves. */
  async #commitStep(): Promise<void> {
    const wakeAt = this.#wakeAt();
    const release = this.#isLongUntil(wakeAt);
    if (this.#buffer.length === 0 && !release) return;
    await this.#port.commit(this.#takeStep({ wakeAt, release }));
    if (!release) return;
    this.dispose();
    this.#port.onParked();
    await never();
  }

  #replaySettlement(): Settled {
    const entry = this.#replay[this.#cursor];
    if (!SETTLEMENTS.has(entry.type)) {
      throw new NonDeterminismError(
        `Entry ${describe(entry)} is recorded where the interpreter waits`,
      );
    }
    this.#cursor += 1;
    if (entry.type === 'instance.cancel_requested') {
      return { kind: 'cancel', actor: entry.actor!, time: entry.time };
    }
    const id = effectId(entry);
    this.#open.delete(id);
    const outcome = this.#recordedOutcome(entry);
    return { kind: 'effect', id, outcome, time: entry.time };
  }

  #recordedOutcome({ data }: LogEntry): Outcome {
    if ('error' in data && data.error) {
      return { ok: false, error: data.error } as Outcome;
    }
    if (!('response' in data)) return { ok: true, value: null };
    const response = data.response as Parameters<typeof decodePayload>[0];
    return { ok: true, value: decodePayload(response, this.#payloadTexts) };
  }

  /** J1: the recorded entry while replaying, else a new one. */
  #emit(entry: NewEntry) {
    if (!this.#isReplaying) {
      this.#write(entry);
      return;
    }
    const recorded = this.#replay[this.#cursor];
    if (recorded.type !== entry.type || recorded.taskKey !== entry.taskKey) {
      throw new NonDeterminismError(
        `Recorded is ${describe(
          recorded,
        )}, the interpreter now makes ${describe(entry)}`,
      );
    }
    this.#cursor += 1;
  }

  #write({ data, ...entry }: NewEntry) {
    this.#seq += 1;
    const written = { ...entry, seq: this.#seq, data: this.#encoded(data) };
    this.#buffer.push(written);
    this.#row = projectEntry(this.#row, written);
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

  #takeStep(give: {
    readonly wakeAt?: number;
    readonly release: boolean;
  }): Append {
    const step: Append = {
      instanceId: this.#instance.id,
      afterSeq: this.#seq - this.#buffer.length,
      entries: this.#buffer,
      payloads: this.#payloads,
      change: { ...this.#row, wakeAt: give.wakeAt },
      takenSignals: this.#takenSignals,
      release: give.release,
    };
    this.#committedRow = this.#row;
    this.#clearStep();
    return step;
  }

  #dropStep() {
    this.#seq -= this.#buffer.length;
    this.#row = this.#committedRow;
    this.#clearStep();
  }

  #clearStep() {
    this.#buffer = [];
    this.#payloads = [];
    this.#takenSignals = [];
  }

  /** When the first timer is due, should there be nothing but timers. */
  #wakeAt(): number | undefined {
    const effects = [...this.#open.values()].map(({ effect }) => effect);
    if (effects.length === 0 || !effects.every(isTimer)) return undefined;
    return Math.min(...effects.map(({ until }) => until));
  }

  #isLongUntil(wakeAt: number | undefined): boolean {
    const { clock, parkAfterMs } = this.#port;
    return wakeAt !== undefined && wakeAt - clock.now() > parkAfterMs;
  }

  /** J2, J3: begins what is open and has not been begun in this process, timers in the order in which they are due. */
  #launch() {
    const waiting = [...this.#open.values()].filter(({ stop }) => !stop);
    const timers = waiting.filter(hasTimer);
    timers.sort((a, b) => a.effect.until - b.effect.until);
    for (const open of timers) this.#launchTimer(open, open.effect);
    for (const open of waiting) {
      if (!isTimer(open.effect)) this.#launchActivity(open, open.effect);
    }
  }

  #launchTimer(open: OpenEffect, effect: TimerEffect) {
    const { clock } = this.#port;
    open.stop = clock.schedule(() => {
      const time = clock.now();
      if (time < effect.until) this.#launchTimer(open, effect);
      else this.#settle(firedTimer(effect, time));
    }, effect.until - clock.now());
  }

  #launchActivity(open: OpenEffect, effect: ActivityEffect) {
    const { clock } = this.#port;
    const startedAt = clock.now();
    const controller = new AbortController();
    open.stop = () => controller.abort();
    const settle = (result: ActivityResult) => {
      const time = clock.now();
      this.#settle(endedActivity(effect, result, { time, startedAt }));
    };
    if (open.isCancelled) settle(cancelledActivity());
    else this.#port.execute(effect, controller.signal).then(settle);
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

  #isAwaited(settled: Settled): boolean {
    return settled.kind === 'cancel' || this.#open.has(settled.id);
  }

  /** J4 */
  #answer({ settled, entry, signalId }: Settlement): Settled {
    if (settled.kind === 'effect') this.#open.delete(settled.id);
    if (signalId) this.#takenSignals.push(signalId);
    this.#write(entry);
    return settled;
  }
}

function startEntry(effect: Effect, time: number): NewEntry {
  const { taskKey } = effect;
  if (effect.kind === 'http') {
    const { id, kind, method, uri, body } = effect;
    const target = `${method} ${uri}`;
    const data = { callId: id, kind, target, request: body };
    return { type: 'call.started', taskKey, time, data };
  }
  const until = isoTime(effect.until);
  switch (effect.purpose) {
    case 'wait':
      return {
        type: 'task.waiting',
        taskKey,
        time,
        data: { kind: 'timer', until },
      };
    case 'backoff':
      return {
        type: 'task.retry_scheduled',
        taskKey,
        time,
        data: { ...effect.details, nextAt: until },
      };
    default:
      return {
        type: 'timer.started',
        taskKey,
        time,
        data: { timerId: effect.id, purpose: effect.purpose, until },
      };
  }
}

function firedTimer(effect: TimerEffect, time: number): Settlement {
  const { id, taskKey, purpose } = effect;
  return {
    settled: {
      kind: 'effect',
      id,
      outcome: { ok: true, value: null },
      time,
    },
    entry: {
      type: 'timer.fired',
      taskKey,
      time,
      data: { timerId: id, purpose },
    },
  };
}

function endedActivity(
  effect: ActivityEffect,
  { outcome, status }: ActivityResult,
  { time, startedAt }: { readonly time: number; readonly startedAt: number },
): Settlement {
  const { id, taskKey } = effect;
  return {
    settled: { kind: 'effect', id, outcome, time },
    entry: {
      type: 'call.completed',
      taskKey,
      time,
      data: {
        callId: id,
        ok: outcome.ok,
        status,
        durationMs: time - startedAt,
        ...(outcome.ok
          ? { response: outcome.value }
          : { error: outcome.error }),
      },
    },
  };
}

function cancelledActivity(): ActivityResult {
  const { details } = standardError('runtime', 'Cancelled before it began');
  return { outcome: { ok: false, error: details } };
}

function effectId({ data }: LogEntry): string {
  return String(data.callId ?? data.timerId);
}

function describe({
  type,
  taskKey,
}: {
  readonly type: string;
  readonly taskKey?: string;
}): string {
  return taskKey === undefined ? type : `${type} of ${taskKey}`;
}

function isTimer(effect: Effect): effect is TimerEffect {
  return effect.kind === 'timer';
}

function hasTimer(
  open: OpenEffect,
): open is OpenEffect & { readonly effect: TimerEffect } {
  return isTimer(open.effect);
}

function never(): Promise<never> {
  return new Promise<never>(() => {});
}
