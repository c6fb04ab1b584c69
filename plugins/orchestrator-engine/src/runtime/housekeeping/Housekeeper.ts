import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  EndedDeleted,
  HousekeepingStore,
  SweptTo,
} from '../../store/HousekeepingStore';
import type { InstanceStore } from '../../store/InstanceStore';
import type { Clock } from '../Clock';
import type { EngineLogger } from '../EngineLogger';
import { LogTrimmer } from './LogTrimmer';

/** How long things are kept, in milliseconds; `undefined` is for ever. @public */
export interface RetentionSettings {
  readonly completedMs?: number;
  readonly failedMs?: number;
  readonly cancelledMs?: number;
  /** Tests, however they ended. */
  readonly testsMs?: number;
  /** Events, for those who listen later. */
  readonly eventsMs?: number;
  /** Entries of logs that no replay needs any more: those before the last checkpoint of their instance. */
  readonly entriesMs?: number;
  /** What is noted of the occurrences of schedules. */
  readonly occurrencesMs?: number;
  /** What was sent to webhooks. */
  readonly deliveriesMs?: number;
  /** What was done with many instances, and what became of each. */
  readonly jobsMs?: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @public */
export const defaultRetention: RetentionSettings = {
  testsMs: DAY_MS,
  eventsMs: 7 * DAY_MS,
  occurrencesMs: 30 * DAY_MS,
  deliveriesMs: 7 * DAY_MS,
  jobsMs: 30 * DAY_MS,
};

/** Deleted together at most: instances with all that is theirs, or events. */
const BATCH = 200;

/** Entries of logs deleted together with their instances at most: on SQLite nothing else is done meanwhile. */
const ENTRIES = 5_000;

/** How many listeners and signals are looked at in a round, for orphans among them. */
const LOOKED_AT = 2_000;

/** Between two batches, for whoever else needs the database. Milliseconds. */
const PAUSE_MS = 250;

/** For how long idempotency keys count. */
const KEYS_MS = DAY_MS;

/** Deletes what has been kept for long enough, a batch at a time. */
export class Housekeeper {
  readonly #trimmer: LogTrimmer;
  /** Where the search for orphans has come to. */
  #sweptTo: SweptTo = {};

  constructor(
    private readonly options: {
      readonly store: HousekeepingStore;
      readonly instances: Pick<InstanceStore, 'forgetIdempotencyKeys'>;
      readonly retention: RetentionSettings;
      readonly clock: Clock;
      readonly logger: EngineLogger;
    },
  ) {
    this.#trimmer = new LogTrimmer(options.store);
  }

  /** @returns after how many milliseconds there is more to do, when there is */
  async tidy(): Promise<number | undefined> {
    const { store, instances, clock, logger } = this.options;
    const { eventsMs, deliveriesMs, jobsMs, occurrencesMs, testsMs } =
      this.options.retention;
    const now = clock.now();
    await instances.forgetIdempotencyKeys(now - KEYS_MS);
    const ended = await this.#deleteEnded(now);
    const counts = await Promise.all([
      eventsMs === undefined
        ? 0
        : store.deleteEvents({ before: now - eventsMs, limit: BATCH }),
      occurrencesMs === undefined
        ? 0
        : store.deleteOccurrences({
            before: now - occurrencesMs,
            limit: BATCH,
          }),
      jobsMs === undefined
        ? 0
        : store.deleteJobs({ before: now - jobsMs, limit: BATCH }),
      deliveriesMs === undefined
        ? 0
        : store.deleteDeliveries({ before: now - deliveriesMs, limit: BATCH }),
      testsMs === undefined
        ? 0
        : store.deleteTrials({ before: now - testsMs, limit: BATCH }),
      this.#deleteOrphans(),
    ]);
    const parts = [...ended, await this.#trimLogs(now)];
    const count = [...counts, ...parts.map(part => part.count)].reduce(
      (sum, one) => sum + one,
    );
    if (count > 0) logger.info('Deleted what was kept long enough', { count });
    const hasMore =
      parts.some(part => part.hasMore) || counts.some(one => one >= BATCH);
    return hasMore ? PAUSE_MS : undefined;
  }

  async #deleteEnded(now: number): Promise<readonly EndedDeleted[]> {
    const { store } = this.options;
    const atOnce = { limit: BATCH, entries: ENTRIES };
    return Promise.all(
      this.#endedBefore(now).map(rule =>
        store.deleteEnded({ ...rule, ...atOnce }),
      ),
    );
  }

  async #deleteOrphans(): Promise<number> {
    const from = this.#sweptTo;
    const { store } = this.options;
    const swept = await store.deleteOrphans({ limit: LOOKED_AT, from });
    this.#sweptTo = swept.sweptTo;
    return swept.count;
  }

  async #trimLogs(now: number) {
    const { entriesMs } = this.options.retention;
    return entriesMs === undefined
      ? { count: 0, hasMore: false }
      : this.#trimmer.trim(now - entriesMs);
  }

  #endedBefore(now: number) {
    const { completedMs, failedMs, cancelledMs, testsMs } =
      this.options.retention;
    const rules: readonly [InstanceStatus[], boolean, number | undefined][] = [
      [['completed'], false, completedMs],
      [['failed'], false, failedMs],
      [['cancelled'], false, cancelledMs],
      [['completed', 'failed', 'cancelled'], true, testsMs],
    ];
    return rules.flatMap(([statuses, isTest, keptMs]) =>
      keptMs === undefined ? [] : { statuses, isTest, before: now - keptMs },
    );
  }
}
