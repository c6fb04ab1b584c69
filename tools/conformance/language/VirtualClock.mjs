/** How often the engine looks for work that it was not told of. */
export const POLL_MS = 97;

/** What is only due after that is no reason for time to go on. */
const HORIZON_MS = 1000 * 24 * 60 * 60 * 1000;

/** A lease that needs no heartbeat before the horizon. */
export const LEASE_MS = 4 * HORIZON_MS;

const BEGIN = Date.parse('2026-01-01T00:00:00.000Z');

/** A clock that stands still until it is told to go on: an hour passes as soon as nothing else is left to do. */
export class VirtualClock {
  #now = BEGIN;
  #alarms = [];

  now() {
    return this.#now;
  }

  /** How long it has gone, milliseconds. */
  get elapsedMs() {
    return this.#now - BEGIN;
  }

  schedule(ring, ms) {
    if (ms <= 0) {
      const immediate = setImmediate(ring);
      return () => clearImmediate(immediate);
    }
    const alarm = { at: this.#now + ms, ring, isPoll: isPoll(ring) };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter(other => other !== alarm);
    };
  }

  /**
   * Goes on to what comes first: an alarm, or a time that is known from elsewhere; without either, to the next look for work.
   *
   * @param {number} [known] milliseconds since the epoch
   * @returns {'alarm' | 'poll'} what it has gone on for
   */
  advance(known = Infinity) {
    const wanted = Math.min(this.#next(false), Math.max(known, this.#now));
    const isAlarm = wanted < BEGIN + HORIZON_MS;
    this.#leap(isAlarm ? wanted : this.#next(true));
    return isAlarm ? 'alarm' : 'poll';
  }

  /** Goes on to the next look for work. */
  look() {
    this.#leap(this.#next(true));
  }

  #next(isToLook) {
    const alarms = this.#alarms.filter(alarm => alarm.isPoll === isToLook);
    return Math.min(...alarms.map(({ at }) => at));
  }

  /** Rings what becomes due on the way, in order. What was only to look for work looks once more at the end. */
  #leap(to) {
    if (to === Infinity) return;
    const due = this.#alarms
      .filter(alarm => alarm.at <= to || alarm.isPoll)
      .sort((a, b) => a.at - b.at);
    this.#alarms = this.#alarms.filter(alarm => !due.includes(alarm));
    for (const { at, ring, isPoll: isToLook } of due) {
      this.#now = isToLook ? this.#now : Math.max(this.#now, at);
      ring();
    }
    this.#now = Math.max(this.#now, to);
  }
}

/** Whether the alarm is only there to look for work now and then: nothing is lost when time leaps over it. */
function isPoll(ring) {
  return /\b(nudge|lookForWork)\(/.test(ring);
}
