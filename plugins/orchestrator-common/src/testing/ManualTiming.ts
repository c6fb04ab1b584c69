import type { Timing } from '../Timing';

/** Time that passes only when told to. */
export class ManualTiming implements Timing {
  readonly #timers = new Set<{
    readonly ms: number;
    readonly at: number;
    readonly callback: () => void;
  }>();
  #now = 0;
  #chance = 1;

  schedule(ms: number, callback: () => void): () => void {
    const timer = { ms, at: this.#now + ms, callback };
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

  /** Lets time go by: the timers that are due then ring. */
  pass(ms: number) {
    this.#now += ms;
    const due = [...this.#timers].filter(({ at }) => at <= this.#now);
    due.sort((one, other) => one.at - other.at);
    for (const timer of due) {
      if (this.#timers.delete(timer)) timer.callback();
    }
  }

  /** Lets the running timers ring. */
  elapse() {
    const due = [...this.#timers];
    this.#timers.clear();
    due.forEach(timer => timer.callback());
  }
}
