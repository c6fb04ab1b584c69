/**
 * A run that is only tried out: its log is in memory, its clock jumps to whatever is due next, and what it calls is answered by
 * whoever tries it.
 *
 * - T1 Effects settle one after the other: calls as they were begun, then approvals, then events, then the earliest timer.
 * - T2 It ends when nothing can settle any more, or after `maxEntries` entries.
 */
import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';
import { jsonOf } from '../../interpreter/json';
import type {
  ActivityEffect,
  ApprovalEffect,
  ChildEffect,
  DurableHost,
  Effect,
  ListenEffect,
  ReceivedEvent,
  Settled,
  TaskEntry,
  TimerEffect,
} from '../../interpreter/DurableHost';
import { endsAtOnce } from '../../interpreter/endsAtOnce';
import { isoTime } from '../../interpreter/time';
import type { ActivityResult } from '../../activities/ActivityExecutor';
import type { SecretMask } from '../secrets/SecretMask';
import {
  endedActivity,
  firedTimer,
  neverBegun,
  resolvedApproval,
  startEntry,
} from '../journalEntries';
import type { NewEntry, Settlement } from '../Settlement';

/** Answers for the world. */
export interface TrialWorld {
  answer(effect: ActivityEffect | ChildEffect): Promise<ActivityResult>;
  /** The next event for a listener; `undefined` when none comes. */
  eventFor(effect: ListenEffect): ReceivedEvent | undefined;
  /** What people would decide. @param time - ISO 8601 */
  decisionOn(effect: ApprovalEffect, time: string): Json;
}

/** More entries than this are a run without an end. */
const MAX_ENTRIES = 20_000;

/** So many entries, and other work of the process gets its turn. */
const ENTRIES_PER_TURN = 200;

type Call = ActivityEffect | ChildEffect;

/** See the module header. */
export class TrialHost implements DurableHost {
  readonly entries: NewEntry[] = [];
  readonly #open = new Map<string, Effect>();
  readonly #cancelled = new Set<string>();
  readonly #world: TrialWorld;
  readonly #mask: SecretMask;
  readonly startedAt: number;
  #time: number;
  #onStands = () => {};
  /** Resolves when nothing can settle any more. */
  readonly stands = new Promise<void>(resolve => {
    this.#onStands = resolve;
  });

  constructor(options: {
    readonly world: TrialWorld;
    readonly startedAt: number;
    /** Hides what the log must not tell. */
    readonly mask: SecretMask;
  }) {
    this.#world = options.world;
    this.#mask = options.mask;
    this.startedAt = options.startedAt;
    this.#time = options.startedAt;
  }

  /** Milliseconds that the clock has jumped. */
  get elapsedMs(): number {
    return this.#time - this.startedAt;
  }

  get isEndless(): boolean {
    return this.entries.length >= MAX_ENTRIES;
  }

  start(effect: Effect): void {
    this.#open.set(effect.id, effect);
    this.#note(startEntry(effect, this.#time));
  }

  record(entry: TaskEntry): void {
    this.#note(entry);
  }

  cancel(effect: Effect): void {
    if (endsAtOnce(effect)) this.#open.delete(effect.id);
    else this.#cancelled.add(effect.id);
  }

  breathe(): Promise<void> | undefined {
    if (this.isEndless) return this.#stand();
    if (this.entries.length % ENTRIES_PER_TURN !== 0) return undefined;
    return new Promise(resolve => {
      setImmediate(resolve);
    });
  }

  /** T1 */
  async race(): Promise<Settled> {
    const settlement = this.isEndless ? undefined : await this.#next();
    if (!settlement) return this.#stand();
    const { settled, entry } = settlement;
    if (settled.kind === 'effect') this.#open.delete(settled.id);
    this.#note(entry);
    return settled;
  }

  async #next(): Promise<Settlement | undefined> {
    const effects = [...this.#open.values()];
    const call = effects.find(isCall);
    if (call) return this.#answered(call);
    const approval = effects.find(effect => effect.kind === 'approval');
    if (approval) return this.#decided(approval);
    return (
      this.#received(effects.filter(({ kind }) => kind === 'listen')) ??
      this.#fired(effects.filter(effect => effect.kind === 'timer'))
    );
  }

  async #answered(effect: Call): Promise<Settlement> {
    const result = this.#cancelled.has(effect.id)
      ? neverBegun()
      : await this.#world.answer(effect);
    const time = this.#time;
    return endedActivity(effect, result, { time, startedAt: time });
  }

  #decided(approval: ApprovalEffect): Settlement {
    const output = this.#world.decisionOn(approval, isoTime(this.#time));
    const { settled, entry } = resolvedApproval(
      { effectId: approval.id, approvalId: approval.approvalId, output },
      this.#time,
    );
    return { settled, entry: { ...entry, taskKey: approval.taskKey } };
  }

  #received(effects: readonly Effect[]): Settlement | undefined {
    for (const effect of effects) {
      if (effect.kind !== 'listen') continue;
      const received = this.#world.eventFor(effect);
      if (received) return this.#receivedEvent(effect, received);
    }
    return undefined;
  }

  #receivedEvent(
    { id, taskKey }: ListenEffect,
    { event, expectation }: ReceivedEvent,
  ): Settlement {
    const time = this.#time;
    const value = { event: jsonOf(event), expectation };
    const data = {
      listenId: id,
      expectation,
      source: event.source,
      eventId: event.id,
      event: value.event,
    };
    return {
      settled: { kind: 'effect', id, outcome: { ok: true, value }, time },
      entry: { type: 'event.received', taskKey, time, data },
    };
  }

  #fired(timers: readonly Effect[]): Settlement | undefined {
    const [earliest] = timers
      .filter((effect): effect is TimerEffect => effect.kind === 'timer')
      .sort((a, b) => a.until - b.until);
    if (!earliest) return undefined;
    this.#time = Math.max(this.#time, earliest.until);
    return firedTimer(earliest, this.#time);
  }

  #stand(): Promise<never> {
    this.#onStands();
    return new Promise<never>(() => {});
  }

  #note(entry: NewEntry) {
    this.entries.push({ ...entry, data: this.#mask.of(entry.data) });
  }
}

function isCall(effect: Effect): effect is Call {
  return !endsAtOnce(effect);
}
