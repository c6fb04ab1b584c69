/** How often the engine looks for work that it was not told of. */
export const POLL_MS = 97;

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
    const next = isToLook =>
      Math.min(
        ...this.#alarms
          .filter(each => each.isPoll === isToLook)
          .map(({ at }) => at),
      );
    const wanted = Math.min(next(false), Math.max(known, this.#now));
    const isAlarm = wanted < Infinity;
    this.#leap(isAlarm ? wanted : next(true));
    return isAlarm ? 'alarm' : 'poll';
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
  return /\bnudge\(/.test(ring);
}
