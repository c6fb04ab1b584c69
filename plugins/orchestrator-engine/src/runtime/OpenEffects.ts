/**
 * The effects of one instance that are announced in the log and not settled, and what carries them out in this process.
 *
 * - O1 An effect is begun once in this process; an activity that was cancelled before that is not begun at all.
 */
import type { ActivityResult } from '../activities/ActivityExecutor';
import type {
  ActivityEffect,
  ChildEffect,
  Effect,
  ListenEffect,
  TimerEffect,
} from '../interpreter/DurableHost';
import type { Clock } from './Clock';
import {
  endedActivity,
  firedTimer,
  neverBegun,
  type Settlement,
} from './journalEntries';

interface OpenEffect {
  readonly effect: Effect;
  isCancelled: boolean;
  /** Ends what has been begun in this process; absent until it has. */
  stop?: () => void;
}

/** What carries effects out. */
export interface EffectPort {
  readonly clock: Clock;
  /** Carries out an activity; does not reject. */
  execute(effect: ActivityEffect, signal: AbortSignal): Promise<ActivityResult>;
  /** Looks for an event that the effect takes; it comes as a signal. Nothing is undone when the effect is forgotten. */
  listen?(effect: ListenEffect): void;
  /** Starts the instance or finds it started; its end comes as a signal. */
  startChild?(effect: ChildEffect): void;
  /** Asks a child to stop; its end comes as a signal. */
  cancelChild?(effect: ChildEffect): void;
}

/** See the module header. */
export class OpenEffects {
  readonly #port: EffectPort;
  readonly #onSettled: (settlement: Settlement) => void;
  readonly #open = new Map<string, OpenEffect>();

  constructor(port: EffectPort, onSettled: (settlement: Settlement) => void) {
    this.#port = port;
    this.#onSettled = onSettled;
  }

  /** Whether an activity is running in this process. */
  get isBusy(): boolean {
    return [...this.#open.values()].some(
      ({ effect, stop }) => isActivity(effect) && stop !== undefined,
    );
  }

  /** When the first timer is due, should there be nothing but timers. */
  get wakeAt(): number | undefined {
    const effects = [...this.#open.values()].map(({ effect }) => effect);
    if (effects.length === 0 || !effects.every(isTimer)) return undefined;
    return Math.min(...effects.map(({ until }) => until));
  }

  has(id: string): boolean {
    return this.#open.has(id);
  }

  add(effect: Effect): void {
    this.#open.set(effect.id, { effect, isCancelled: false });
  }

  /** It is settled. @returns the effect, should it have been open */
  remove(id: string): Effect | undefined {
    const effect = this.#open.get(id)?.effect;
    this.#open.delete(id);
    return effect;
  }

  /** Forgets a timer or a listener; asks an activity or a child to end, which then settles. */
  cancel(effect: Effect): void {
    const open = this.#open.get(effect.id);
    if (!open) return;
    open.isCancelled = true;
    open.stop?.();
    if (effect.kind === 'child' && open.stop) this.#port.cancelChild?.(effect);
    if (effect.kind === 'timer' || effect.kind === 'listen') {
      this.#open.delete(effect.id);
    }
  }

  /** Begins what has not been begun in this process, timers in the order in which they are due. */
  launch(): void {
    const waiting = [...this.#open.values()].filter(({ stop }) => !stop);
    const timers = waiting.filter(hasTimer);
    timers.sort((a, b) => a.effect.until - b.effect.until);
    for (const open of timers) this.#launchTimer(open, open.effect);
    for (const open of waiting) this.#launchOther(open);
  }

  #launchOther(open: OpenEffect) {
    const { effect } = open;
    switch (effect.kind) {
      case 'timer':
        break;
      case 'listen':
        open.stop = () => {};
        this.#port.listen?.(effect);
        break;
      case 'child':
        open.stop = () => {};
        this.#port.startChild?.(effect);
        if (open.isCancelled) this.#port.cancelChild?.(effect);
        break;
      default:
        this.#launchActivity(open, effect);
    }
  }

  /** Ends all that has been begun; nothing settles any more. */
  stopAll(): void {
    for (const { stop } of this.#open.values()) stop?.();
    this.#open.clear();
  }

  #launchTimer(open: OpenEffect, effect: TimerEffect) {
    const { clock } = this.#port;
    open.stop = clock.schedule(() => {
      const time = clock.now();
      if (time < effect.until) this.#launchTimer(open, effect);
      else this.#onSettled(firedTimer(effect, time));
    }, effect.until - clock.now());
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
    else this.#port.execute(effect, controller.signal).then(settle);
  }
}

function isTimer(effect: Effect): effect is TimerEffect {
  return effect.kind === 'timer';
}

function isActivity({ kind }: Effect): boolean {
  return kind !== 'timer' && kind !== 'listen' && kind !== 'child';
}

function hasTimer(
  open: OpenEffect,
): open is OpenEffect & { readonly effect: TimerEffect } {
  return isTimer(open.effect);
}
