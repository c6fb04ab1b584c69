import type { ListenEffect } from '../../interpreter/DurableHost';
import type { NewAwait } from '../../store/EventStore';
import type { Append, Signal } from '../../store/InstanceStore';
import { awaitsOf } from './listeners';

/** What one step says of who waits for events, and what it tells other instances. */
export class StepWaits {
  #awaits: NewAwait[] = [];
  #ended: string[] = [];
  #signals: Signal[] = [];

  /** A task listens. @param since - events received earlier do not count; milliseconds since the epoch */
  begin(effect: ListenEffect, since: number): void {
    this.#awaits.push(...awaitsOf(effect, since));
  }

  /** An effect listens no more; what began in the same step is never written. */
  end(effectId: string): void {
    const others = this.#awaits.filter(one => one.effectId !== effectId);
    if (others.length === this.#awaits.length) this.#ended.push(effectId);
    this.#awaits = others;
  }

  /** Another instance is told something. */
  tell(signal: Signal): void {
    this.#signals.push(signal);
  }

  /** The members of the step that are not empty. */
  get members(): Pick<Append, 'awaits' | 'endedAwaits' | 'signals'> {
    return {
      ...(this.#awaits.length > 0 && { awaits: this.#awaits }),
      ...(this.#ended.length > 0 && { endedAwaits: this.#ended }),
      ...(this.#signals.length > 0 && { signals: this.#signals }),
    };
  }

  clear(): void {
    this.#awaits = [];
    this.#ended = [];
    this.#signals = [];
  }
}
