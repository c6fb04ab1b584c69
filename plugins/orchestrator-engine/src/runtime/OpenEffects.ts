/**
 * The effects of one instance that are announced in the log and not settled, and what carries them out in this process.
 *
 * - O1 An effect is begun once in this process; an activity that was cancelled before that is not begun at all.
 */
import type { ActivityResult } from '../activities/ActivityExecutor';
import type {
  ActivityEffect,
  Effect,
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
      ({ effect, stop }) => effect.kind !== 'timer' && stop !== undefined,
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

  /** It is settled. */
  remove(id: string): void {
    this.#open.delete(id);
  }

  /** Forgets a timer; asks an activity to end, which then settles. */
  cancel({ id, kind }: Effect): void {
    const open = this.#open.get(id);
    if (!open) return;
    open.isCancelled = true;
    open.stop?.();
    if (kind === 'timer') this.#open.delete(id);
  }

  /** Begins what has not been begun in this process, timers in the order in which they are due. */
  launch(): void {
    const waiting = [...this.#open.values()].filter(({ stop }) => !stop);
    const timers = waiting.filter(hasTimer);
    timers.sort((a, b) => a.effect.until - b.effect.until);
    for (const open of timers) this.#launchTimer(open, open.effect);
    for (const open of waiting) {
      if (!isTimer(open.effect)) this.#launchActivity(open, open.effect);
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

function hasTimer(
  open: OpenEffect,
): open is OpenEffect & { readonly effect: TimerEffect } {
  return isTimer(open.effect);
}
