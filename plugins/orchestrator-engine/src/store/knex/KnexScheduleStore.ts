import type { Knex } from 'knex';
import type {
  NewSchedule,
  Occurrence,
  OccurrencePlace,
  Schedule,
  ScheduleEvent,
  ScheduleStore,
} from '../ScheduleStore';
import { collectEvents } from './operations/collectEvents';
import { configuredSchedules } from './operations/configuredSchedules';
import { endedSchedules } from './operations/endedSchedules';
import { lastOf, noteOccurrences } from './operations/noteOccurrences';
import { pastOccurrences } from './operations/pastOccurrences';
import { replaceSchedules } from './operations/replaceSchedules';
import { runnableWorkflows } from './operations/runnableWorkflows';
import { reportingUnavailable } from './reportingUnavailable';
import { scheduleOfRow } from './rows';
import type { ScheduleEventRow, ScheduleRow } from './tables';

/** {@link ScheduleStore} on SQLite or Postgres. @public */
export class KnexScheduleStore implements ScheduleStore {
  constructor(private readonly knex: Knex) {}

  async workflows(): Promise<
    readonly { readonly workflowId: string; readonly hash?: string }[]
  > {
    return reportingUnavailable(() => runnableWorkflows(this.knex));
  }

  async list(): Promise<readonly Schedule[]> {
    return this.#read(schedules => schedules);
  }

  async replace(
    workflowId: string,
    schedules: readonly NewSchedule[],
    at: number,
  ): Promise<void> {
    return reportingUnavailable(() =>
      replaceSchedules(this.knex, { workflowId, schedules, at }),
    );
  }

  async due(now: number): Promise<readonly Schedule[]> {
    return this.#read(schedules =>
      schedules.where('next_at', '<=', now).orWhereNotNull('pending'),
    );
  }

  async claim(claim: {
    readonly id: string;
    readonly dueAt: number;
    readonly pending: readonly number[];
    readonly nextAt?: number;
    readonly skipped?: Occurrence;
  }): Promise<boolean> {
    const { id, dueAt, pending, nextAt, skipped } = claim;
    return this.#transaction(async tx => {
      const claimed = await tx<ScheduleRow>('schedules')
        .where({ id, next_at: dueAt })
        .whereNull('pending')
        .update({
          next_at: nextAt ?? null,
          pending: pending.length > 0 ? JSON.stringify(pending) : null,
        });
      if (claimed > 0 && skipped) await noteOccurrences(tx, [skipped]);
      return claimed > 0;
    });
  }

  async started(started: {
    readonly id: string;
    readonly occurrences: readonly Occurrence[];
    readonly nextAt?: number;
  }): Promise<void> {
    const { id, occurrences, nextAt } = started;
    await this.#transaction(async tx => {
      await noteOccurrences(tx, occurrences);
      await tx<ScheduleRow>('schedules')
        .where({ id })
        .update({
          pending: null,
          ...lastOf(occurrences),
          ...(nextAt !== undefined && { next_at: nextAt }),
        });
    });
  }

  async ended(): Promise<
    readonly { readonly schedule: Schedule; readonly endedAt?: number }[]
  > {
    return reportingUnavailable(() => endedSchedules(this.knex));
  }

  async makeDue(id: string, nextAt: number): Promise<void> {
    await reportingUnavailable(() =>
      this.knex<ScheduleRow>('schedules')
        .where({ id })
        .whereNull('next_at')
        .update({ next_at: nextAt }),
    );
  }

  async withEvents(): Promise<readonly Schedule[]> {
    const fresh = this.knex<ScheduleEventRow>('schedule_events')
      .select(this.knex.raw('1'))
      .whereRaw('schedule_id = schedules.id')
      .where({ is_taken: false });
    const found = await this.#read(schedules =>
      schedules.where({ kind: 'on', is_paused: false }).whereExists(fresh),
    );
    return found.filter(({ isEnabled }) => isEnabled);
  }

  async events(page: {
    readonly id: string;
    readonly isTaken: boolean;
    readonly afterPosition: number;
    readonly limit: number;
  }): Promise<readonly ScheduleEvent[]> {
    const { id, isTaken, afterPosition, limit } = page;
    return reportingUnavailable(async () => {
      const rows = await this.knex<ScheduleEventRow>('schedule_events')
        .where({ schedule_id: id, is_taken: isTaken })
        .where('position', '>', afterPosition)
        .orderBy('position')
        .limit(limit);
      return rows.map(({ position, event, is_taken }) => ({
        position: Number(position),
        event: JSON.parse(event),
        isTaken: Boolean(is_taken),
      }));
    });
  }

  async collected(collected: {
    readonly id: string;
    readonly taken: readonly number[];
    readonly dropped: readonly number[];
    readonly occurrence?: Occurrence;
  }): Promise<void> {
    await reportingUnavailable(() => collectEvents(this.knex, collected));
  }

  async occurrences(page: {
    readonly scheduleId: string;
    readonly after?: OccurrencePlace;
    readonly limit: number;
  }): Promise<readonly Occurrence[]> {
    return reportingUnavailable(() => pastOccurrences(this.knex, page));
  }

  async setPaused(id: string, isPaused: boolean): Promise<boolean> {
    return reportingUnavailable(async () => {
      const found = await this.knex<ScheduleRow>('schedules')
        .where({ id })
        .update({ is_paused: isPaused });
      return found > 0;
    });
  }

  async #read(
    narrow: (
      schedules: ReturnType<typeof configuredSchedules>,
    ) => ReturnType<typeof configuredSchedules>,
  ): Promise<readonly Schedule[]> {
    return reportingUnavailable(async () => {
      const rows = await narrow(configuredSchedules(this.knex));
      return rows.map(scheduleOfRow);
    });
  }

  #transaction<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return reportingUnavailable(() => this.knex.transaction(work));
  }
}
