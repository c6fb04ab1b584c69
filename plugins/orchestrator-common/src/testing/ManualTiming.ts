import type { Timing } from '../Timing';

/** Time that passes only when told to. */
export class ManualTiming implements Timing {
  readonly #timers = new Set<{ ms: number; callback: () => void }>();
  #chance = 1;

  schedule(ms: number, callback: () => void): () => void {
    const timer = { ms, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  random(): number {
    return this.#chance;
  }

  willDraw(chance: number) {
    this.#chance = chance;
  }

  /** Milliseconds of the timers that are running. */
  get pending(): number[] {
    return [...this.#timers].map(timer => timer.ms);
  }

  /** Lets the running timers ring. */
  elapse() {
    const due = [...this.#timers];
    this.#timers.clear();
    due.forEach(timer => timer.callback());
  }
}
