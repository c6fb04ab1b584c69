/**
 * The effects of one instance that are announced in the log and not settled, and what carries them out in this process.
 *
 * - O1 An effect is begun once in this process; an activity that was cancelled before that is not begun at all.
 * - O2 A timeout is put off by the time that the instance stands still.
 */
import type { TimerPurpose } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ActivityResult } from '../activities/ActivityExecutor';
import type {
  ActivityEffect,
  ChildEffect,
  Effect,
  GateEffect,
  ListenEffect,
  TimerEffect,
} from '../interpreter/DurableHost';
import { endsAtOnce } from '../interpreter/endsAtOnce';
import type { LogEntry } from '../store/InstanceStore';
import type { Clock } from './Clock';
import { endedActivity, firedTimer, neverBegun } from './journalEntries';
import type { OpenBefore } from './ReplayStart';
import type { Settlement } from './Settlement';
import { Standstill } from './Standstill';

interface OpenEffect {
  readonly effect: Effect;
  /** How long the instance had stood still when the effect was announced. */
  readonly stoodMs: number;
  isCancelled: boolean;
  /** Ends what has been begun in this process; absent until it has. */
  stop?: () => void;
  /** Whether there is nothing to be done for it but to wait for a signal. */
  isLeftToOthers?: boolean;
}

/** What carries effects out. */
export interface EffectPort {
  readonly clock: Clock;
  /** Carries out an activity; does not reject. */
  execute(effect: ActivityEffect, signal: AbortSignal): Promise<ActivityResult>;
  /** A task listens, in case that is not known by what its step says; the event comes as a signal. */
  listen?(effect: ListenEffect): void;
  /**
   * Starts the child or finds it started; does not reject.
   *
   * @returns what stands against it, or the child's id when nobody waits for its end; else `undefined`: the end comes as a signal
   */
  startChild(effect: ChildEffect): Promise<ActivityResult | undefined>;
  /** A timer fires, so many milliseconds late. */
  onTimer?(purpose: TimerPurpose, lagMs: number): void;
  /** Asks a child to stop; resolves when that is committed, does not reject. Its end comes as a signal. */
  cancelChild(effect: ChildEffect): Promise<void>;
}

/** See the module header. */
export class OpenEffects {
  readonly #port: EffectPort;
  readonly #onSettled: (settlement: Settlement) => void;
  readonly #onIdle: () => void;
  readonly #open = new Map<string, OpenEffect>();
  readonly #running = new Set<Promise<void>>();
  readonly #standstill = new Standstill();

  /** @param told - `onIdle`: nothing has settled, yet there may be nothing left to do in this process */
  constructor(
    port: EffectPort,
    told: {
      readonly onSettled: (settlement: Settlement) => void;
      readonly onIdle: () => void;
    },
  ) {
    this.#port = port;
    this.#onSettled = told.onSettled;
    this.#onIdle = told.onIdle;
  }

  /** Whether an activity is running, or a child being started, in this process. */
  get isBusy(): boolean {
    return [...this.#open.values()].some(
      ({ effect, stop, isLeftToOthers }) =>
        !endsAtOnce(effect) && stop !== undefined && !isLeftToOthers,
    );
  }

  /**
   * When the first timer is due, should there be nothing but timers and what others must bring about; `Infinity` when there are no
   * timers. `undefined` while there is something to do in this process.
   */
  get wakeAt(): number | undefined {
    const open = [...this.#open.values()];
    const isIdle = open.every(
      ({ effect, isLeftToOthers }) => endsAtOnce(effect) || isLeftToOthers,
    );
    if (!isIdle) return undefined;
    const due = open.filter(hasTimer).map(timer => this.#dueAt(timer));
    return Math.min(...due);
  }

  /** The tasks that wait for a decision. */
  get gates(): readonly GateEffect[] {
    return [...this.#open.values()].map(({ effect }) => effect).filter(isGate);
  }

  /** Children that go on, and that this process has not told to stop. */
  get untoldChildren(): readonly ChildEffect[] {
    return [...this.#open.values()].flatMap(({ effect, isLeftToOthers }) =>
      effect.kind === 'child' && !isLeftToOthers ? effect : [],
    );
  }

  /** Whether it waits for this effect; while the instance stands still, for no timeout. */
  awaits(id: string): boolean {
    const open = this.#open.get(id);
    return open !== undefined && !this.#isPutOff(open.effect);
  }

  /** An effect that is open. */
  find(id: string): Effect | undefined {
    return this.#open.get(id)?.effect;
  }

  /** The effects that this task waits for. */
  ofTask(taskKey: string): readonly Effect[] {
    return [...this.#open.values()]
      .map(({ effect }) => effect)
      .filter(effect => effect.taskKey === taskKey);
  }

  /** Timeouts that are running, due when they are due now. Only asked for while the instance does not stand still. */
  get timeouts(): readonly TimerEffect[] {
    const timers = [...this.#open.values()].filter(hasTimer);
    return timers
      .filter(({ effect }) => isTimeout(effect))
      .map(open => ({ ...open.effect, until: this.#dueAt(open) }));
  }

  /** All that is open besides. */
  get others(): readonly OpenBefore[] {
    return [...this.#open.values()].flatMap(({ effect }) =>
      isTimeout(effect) ? [] : { id: effect.id, kind: effect.kind },
    );
  }

  add(effect: Effect): void {
    const { totalMs } = this.#standstill;
    const open = { effect, isCancelled: false, stoodMs: totalMs };
    this.#open.set(effect.id, open);
  }

  /** Takes note of an entry, recorded or new (O2). */
  follow(entry: Pick<LogEntry, 'type' | 'time' | 'data'>): void {
    const wasOn = this.#standstill.isOn;
    this.#standstill.follow(entry);
    if (wasOn === this.#standstill.isOn) return;
    for (const open of this.#open.values()) {
      if (!isTimeout(open.effect)) continue;
      open.stop?.();
      open.stop = undefined;
    }
  }

  /** It is settled. @returns the effect, should it have been open */
  remove(id: string): Effect | undefined {
    const effect = this.#open.get(id)?.effect;
    this.#open.delete(id);
    return effect;
  }

  /** Forgets a timer, a listener, an approval or a gate; asks an activity or a child to end, which then settles. */
  cancel(effect: Effect): void {
    const open = this.#open.get(effect.id);
    if (!open) return;
    open.isCancelled = true;
    open.stop?.();
    // It is told after the commit; should the process die before that, the next one sees that there is something to do.
    if (effect.kind === 'child' && open.isLeftToOthers) {
      open.isLeftToOthers = false;
      open.stop = undefined;
    }
    if (endsAtOnce(effect)) this.#open.delete(effect.id);
  }

  /** Begins what has not been begun in this process, timers in the order in which they are due. */
  launch(): void {
    const waiting = [...this.#open.values()].filter(({ stop }) => !stop);
    const timers = waiting.filter(hasTimer);
    timers.sort((a, b) => this.#dueAt(a) - this.#dueAt(b));
    for (const open of timers) {
      if (!this.#isPutOff(open.effect)) this.#launchTimer(open);
    }
    for (const open of waiting) this.#launchOther(open);
  }

  #launchOther(open: OpenEffect) {
    const { effect } = open;
    switch (effect.kind) {
      case 'timer':
      case 'gate':
        break;
      case 'approval':
        open.stop = () => {};
        break;
      case 'listen':
        open.stop = () => {};
        this.#port.listen?.(effect);
        break;
      case 'child':
        void this.#launchChild(open, effect);
        break;
      default:
        this.#launchActivity(open, effect);
    }
  }

  /** Resolves when no activity runs any more in this process. */
  async ended(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Ends all that has been begun; nothing settles any more. */
  stopAll(): void {
    for (const { stop } of this.#open.values()) stop?.();
    this.#open.clear();
  }

  #launchTimer(open: OpenTimer) {
    const { clock } = this.#port;
    const dueAt = this.#dueAt(open);
    open.stop = clock.schedule(() => {
      const time = clock.now();
      if (time < dueAt) this.#launchTimer(open);
      else this.#fire(open.effect, time, time - dueAt);
    }, dueAt - clock.now());
  }

  #fire(effect: TimerEffect, time: number, lagMs: number) {
    this.#port.onTimer?.(effect.purpose, lagMs);
    this.#onSettled(firedTimer(effect, time));
  }

  /** O2 */
  #dueAt({ effect, stoodMs }: OpenTimer): number {
    if (!isTimeout(effect)) return effect.until;
    if (this.#standstill.isOn) return Infinity;
    return effect.until + this.#standstill.totalMs - stoodMs;
  }

  #isPutOff(effect: Effect): boolean {
    return this.#standstill.isOn && isTimeout(effect);
  }

  /** A child that is cancelled may have been started by another process: it is started all the same, then told to stop. */
  async #launchChild(open: OpenEffect, effect: ChildEffect) {
    const { clock } = this.#port;
    const startedAt = clock.now();
    open.stop = () => {};
    const result = await this.#port.startChild(effect);
    if (result) {
      const time = clock.now();
      this.#onSettled(endedActivity(effect, result, { time, startedAt }));
      return;
    }
    if (open.isCancelled) await this.#port.cancelChild(effect);
    open.isLeftToOthers = true;
    this.#onIdle();
  }

  #launchActivity(open: OpenEffect, effect: ActivityEffect) {
    const { clock } = this.#port;
    const startedAt = clock.now();
    const controller = new AbortController();
    open.stop = () => controller.abort();
    const settle = (result: ActivityResult) => {
      const time = clock.now();
      this.#onSettled(endedActivity(effect, result, { time, startedAt }));
    };
    if (open.isCancelled) settle(neverBegun());
    else this.#follow(this.#port.execute(effect, controller.signal), settle);
  }

  #follow(
    running: Promise<ActivityResult>,
    settle: (result: ActivityResult) => void,
  ) {
    const settled = running.then(settle);
    this.#running.add(settled);
    void settled.then(() => this.#running.delete(settled));
  }
}

function isTimer(effect: Effect): effect is TimerEffect {
  return effect.kind === 'timer';
}

function isTimeout(effect: Effect): boolean {
  return isTimer(effect) && effect.purpose === 'timeout';
}

function isGate(effect: Effect): effect is GateEffect {
  return effect.kind === 'gate';
}

type OpenTimer = OpenEffect & { readonly effect: TimerEffect };

function hasTimer(open: OpenEffect): open is OpenTimer {
  return isTimer(open.effect);
}
