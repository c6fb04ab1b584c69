/**
 * Work that one process at a time does for all that share a database.
 *
 * A duty is held by a worker, for a while by the database's clock; its holder prolongs it, anyone takes it once it has run out, or
 * once the lease of its holder has: both the instances and the duties of a process that died go over to others together. A holder
 * that was silent for too long may still believe that it holds it: what it does must do no harm when it is done twice.
 *
 * Any method may throw an {@link EngineError} `STORE_UNAVAILABLE`.
 *
 * @public
 */
export interface DutyStore {
  /** Takes a duty or prolongs it; `undefined` when somebody else holds it, or the holder is no living worker. */
  hold(duty: {
    readonly name: string;
    /** Id of a worker. */
    readonly holder: string;
    readonly forMs: number;
  }): Promise<HeldDuty | undefined>;
  /** Notes how far the work has got; `false` when the duty is another's by now. */
  keep(duty: {
    readonly name: string;
    readonly holder: string;
    readonly state: string;
  }): Promise<boolean>;
  /** Gives up a duty, should the holder have it. */
  release(duty: {
    readonly name: string;
    readonly holder: string;
  }): Promise<void>;
}

/** @public */
export interface HeldDuty {
  /** What was noted last. */
  readonly state?: string;
}
