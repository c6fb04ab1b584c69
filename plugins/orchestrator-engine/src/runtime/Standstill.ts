/**
 * How long an instance has stood still in all: suspended, or failed and not yet decided on. Timeouts do not run down meanwhile.
 *
 * Follows the log, so that it is the same at every replay.
 */
import type { LogEntry } from '../store/InstanceStore';

/** What of an entry tells of a standstill. */
type Tells = Pick<LogEntry, 'type' | 'time' | 'data'>;

/** See the module header. */
export class Standstill {
  #since: number | undefined;
  #totalMs = 0;

  get isOn(): boolean {
    return this.#since !== undefined;
  }

  /** Without the standstill that is on. */
  get totalMs(): number {
    return this.#totalMs;
  }

  /** Takes note of an entry. */
  follow(entry: Tells): void {
    if (begins(entry)) this.#since ??= entry.time;
    if (this.#since === undefined || !ends(entry)) return;
    this.#totalMs += entry.time - this.#since;
    this.#since = undefined;
  }
}

function begins({ type, data }: Tells): boolean {
  return (
    type === 'instance.suspend_requested' ||
    (type === 'instance.failed' && data.canRetry === true)
  );
}

function ends({ type, data }: Tells): boolean {
  return (
    (type === 'instance.resumed' && data.to === undefined) ||
    (type === 'instance.status_changed' && data.from === 'failed')
  );
}
