import type { Clock } from '../runtime/Clock';

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #now = Date.parse('2026-01-01T00:00:00.000Z');
  #alarms: Alarm[] = [];

  now(): number {
    return this.#now;
  }

  schedule(ring: () => void, ms: number): () => void {
    if (ms <= 0) return soon(ring);
    const alarm = { at: this.#now + ms, ring };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter(other => other !== alarm);
    };
  }

  /** Goes on by `ms`, ringing what becomes due on the way, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(); next && next.at <= end; next = this.#next()) {
      this.#ring(next);
    }
    this.#now = end;
  }

  /** Goes on to the next alarm and rings it; `false` when there is none. */
  advanceToNext(): boolean {
    const next = this.#next();
    if (next) this.#ring(next);
    return next !== undefined;
  }

  #next(): Alarm | undefined {
    return [...this.#alarms].sort((a, b) => a.at - b.at)[0];
  }

  #ring(alarm: Alarm) {
    this.#now = Math.max(this.#now, alarm.at);
    this.#alarms = this.#alarms.filter(other => other !== alarm);
    alarm.ring();
  }
}

/** What is due already needs no time to go by. */
function soon(ring: () => void): () => void {
  const immediate = setImmediate(ring);
  return () => clearImmediate(immediate);
}

/** Lets everything that can go on without time or the network do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
}
