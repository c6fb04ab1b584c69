import type { Clock } from './Clock';

/** How long an answer counts. Milliseconds. */
const COUNTS_FOR_MS = 1_000;

/** Whether this process is of a version that knows the tables of its database: it is not once a newer one has migrated them. @public */
export class DatabaseVersion {
  #asked: Promise<void> | undefined;
  #askedAt = -Infinity;

  constructor(
    private readonly options: {
      /** Asks the database. @throws {@link EngineError} `STORE_UNAVAILABLE` when it is not, with what there is to do */
      readonly requireKnown: () => Promise<void>;
      readonly clock: Clock;
    },
  ) {}

  /**
   * That it is. The database is asked once a second at most.
   *
   * @throws {@link EngineError} `STORE_UNAVAILABLE` when it is not, or cannot be asked
   */
  requireKnown(): Promise<void> {
    const { clock, requireKnown } = this.options;
    const isOld = clock.now() - this.#askedAt >= COUNTS_FOR_MS;
    if (this.#asked && !isOld) return this.#asked;
    this.#askedAt = clock.now();
    this.#asked = requireKnown();
    return this.#asked;
  }

  /** What stands against it, if anything does. Never rejects. */
  async obstacle(): Promise<string | undefined> {
    try {
      await this.requireKnown();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
