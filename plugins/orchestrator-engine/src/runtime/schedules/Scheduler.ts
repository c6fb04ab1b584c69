/**
 * Starts workflows when their definitions say so.
 *
 * One process at a time does it; should two believe that they do, each occurrence is started once all the same:
 *
 * - S1 An instance's id comes of its schedule and the occurrence, so starting it again finds the one that is there.
 * - S2 An occurrence is claimed, and the next one named, before it is started; what is claimed and not started is started by whoever
 *   comes next.
 */
import { isUnavailable } from '../../EngineError';
import type { DefinitionStore } from '../../store/DefinitionStore';
import type { Schedule, ScheduleStore } from '../../store/ScheduleStore';
import type { DefinitionCache } from '../DefinitionCache';
import { messageOf } from '../EngineLogger';
import type { ConsumerOptions } from './consumeEvents';
import { EventCollector } from './EventCollector';
import {
  dueOccurrences,
  type MisfirePolicy,
  type ScheduleSpec,
} from './occurrences';
import {
  isOverloaded,
  OccurrenceStarter,
  type OccurrenceStarterOptions,
} from './OccurrenceStarter';
import { readSchedules } from './readSchedules';

/** What schedules are kept with. */
export interface SchedulerOptions extends OccurrenceStarterOptions {
  readonly schedules: ScheduleStore;
  readonly definitions: DefinitionStore;
  readonly parsed: DefinitionCache;
  readonly consumer: ConsumerOptions;
  readonly misfire: MisfirePolicy;
}

/** See the module header. */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #starter: OccurrenceStarter;
  readonly #collector: EventCollector;
  /** The definition whose schedules were last read, by workflow. */
  #known = new Map<string, string>();

  constructor(options: SchedulerOptions) {
    this.#options = options;
    this.#starter = new OccurrenceStarter(options);
    this.#collector = new EventCollector({
      ...options,
      starter: this.#starter,
    });
  }

  /** Starts all that is due. @returns after how many milliseconds the next is due; `undefined` when none is */
  async tick(): Promise<number | undefined> {
    await this.#readDefinitions();
    await this.#claimDue();
    await this.#startClaimed();
    await this.#followEnded();
    const isMore = await this.#collectEvents();
    return isMore ? 0 : this.#untilNextDue();
  }

  async #untilNextDue(): Promise<number | undefined> {
    const { schedules, clock } = this.#options;
    const times = (await schedules.list())
      .filter(isWaitingForItsTime)
      .flatMap(({ nextAt }) => nextAt ?? []);
    if (times.length === 0) return undefined;
    return Math.max(Math.min(...times) - clock.now(), 0);
  }

  /** Definitions that have changed bring their schedules; those that are no more take theirs away. */
  async #readDefinitions() {
    const { schedules, clock } = this.#options;
    const known = new Map<string, string>();
    for (const { workflowId, hash } of await schedules.workflows()) {
      const key = hash ?? '';
      known.set(workflowId, key);
      if (this.#known.get(workflowId) === key) continue;
      // One time for both: the first occurrence must be one of those that are counted from it.
      const at = clock.now();
      const read = hash ? await this.#read(workflowId, hash, at) : [];
      await schedules.replace(workflowId, read, at);
    }
    const all = await schedules.list();
    const gone = all.filter(({ workflowId }) => !known.has(workflowId));
    for (const workflowId of new Set(gone.map(one => one.workflowId))) {
      await schedules.replace(workflowId, [], clock.now());
    }
    this.#known = known;
  }

  async #read(workflowId: string, hash: string, at: number) {
    const { consumer, logger, parsed } = this.#options;
    try {
      const definition = await parsed.byHash(workflowId, hash);
      return await readSchedules(definition, at, consumer);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      logger.warn(`Its schedule cannot be kept: ${messageOf(error)}`, {
        workflowId,
      });
      return [];
    }
  }

  /** S2. Times at which a workflow was disabled are missed ones; those at which its schedule was paused do not count. */
  async #claimDue() {
    const { schedules, clock } = this.#options;
    const now = clock.now();
    for (const schedule of await schedules.due(now)) {
      const { nextAt, isEnabled, isPaused, kind } = schedule;
      if (nextAt === undefined || nextAt > now || !isEnabled) continue;
      if (isPaused && kind === 'after') continue;
      await this.#claim({ ...schedule, nextAt }, now);
    }
  }

  async #claim(schedule: Schedule & { readonly nextAt: number }, now: number) {
    const { schedules, misfire } = this.#options;
    const { id, isPaused, nextAt: dueAt } = schedule;
    const due = dueOccurrences(specOf(schedule), schedule, { now, misfire });
    const claim = { id, dueAt, nextAt: due.nextAt };
    if (isPaused) {
      await schedules.claim({ ...claim, pending: [] });
      return;
    }
    const missed = due.missed > 0 && {
      skipped: {
        scheduleId: id,
        name: `missed ${dueAt}`,
        dueAt,
        at: now,
        skipped: missedText(due.missed),
      },
    };
    await schedules.claim({ ...claim, pending: due.start, ...missed });
  }

  async #startClaimed() {
    const { schedules, clock } = this.#options;
    for (const schedule of await schedules.due(clock.now())) {
      if (schedule.pending.length === 0 || !schedule.isEnabled) continue;
      await this.#attempt(schedule, () => this.#startPending(schedule));
    }
  }

  async #startPending(schedule: Schedule): Promise<void> {
    const { id, pending } = schedule;
    const occurrences = [];
    for (const dueAt of pending) {
      const occurrence = { name: `${dueAt}`, dueAt };
      occurrences.push(await this.#starter.start(schedule, occurrence, {}));
    }
    const isStarted = occurrences.some(({ instanceId }) => instanceId);
    const nextAt = isStarted ? undefined : this.#afterFailure(schedule);
    await this.#options.schedules.started({ id, occurrences, nextAt });
  }

  /** What is wrong with one schedule leaves the others alone; while too many instances wait, what is due stays due. */
  async #attempt<T>(
    { workflowId }: Schedule,
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isUnavailable(error)) throw error;
      const what = isOverloaded(error) ? 'is due and waits' : 'cannot be kept';
      this.#options.logger.warn(`Its schedule ${what}: ${messageOf(error)}`, {
        workflowId,
      });
      return undefined;
    }
  }

  /** What could not be started has no end that its next start could follow. */
  #afterFailure(schedule: Schedule): number | undefined {
    const spec = specOf(schedule);
    if (spec.kind !== 'after') return undefined;
    return this.#options.clock.now() + spec.afterMs;
  }

  async #followEnded() {
    const { schedules, clock } = this.#options;
    for (const { schedule, endedAt } of await schedules.ended()) {
      const spec = specOf(schedule);
      if (spec.kind !== 'after') continue;
      const from = endedAt ?? clock.now();
      await schedules.makeDue(schedule.id, from + spec.afterMs);
    }
  }

  /** Whether there is more to do at once. */
  async #collectEvents(): Promise<boolean> {
    const { schedules } = this.#options;
    let isMore = false;
    for (const schedule of await schedules.withEvents()) {
      const collect = () => this.#collector.collect(schedule);
      if (await this.#attempt(schedule, collect)) isMore = true;
    }
    return isMore;
  }
}

/** What is claimed and waits for room is looked at again regularly. */
function isWaitingForItsTime(schedule: Schedule): boolean {
  const { isPaused, isEnabled, pending } = schedule;
  return isEnabled && !isPaused && pending.length === 0;
}

function missedText(count: number): string {
  const times = count === 1 ? 'One time was' : `${count} times were`;
  return `${times} missed: nothing could be started then`;
}

function specOf({ spec }: Schedule): ScheduleSpec {
  return JSON.parse(spec);
}
