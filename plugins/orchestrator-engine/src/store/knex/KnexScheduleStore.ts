import type { Knex } from 'knex';
import type {
  NewSchedule,
  Schedule,
  ScheduleEvent,
  ScheduleStore,
} from '../ScheduleStore';
import { endedSchedules } from './operations/endedSchedules';
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
  }): Promise<boolean> {
    const { id, dueAt, pending, nextAt } = claim;
    return reportingUnavailable(async () => {
      const claimed = await this.knex<ScheduleRow>('schedules')
        .where({ id, next_at: dueAt })
        .whereNull('pending')
        .update({
          next_at: nextAt ?? null,
          pending: pending.length > 0 ? JSON.stringify(pending) : null,
        });
      return claimed > 0;
    });
  }

  async started(started: {
    readonly id: string;
    readonly lastAt?: number;
    readonly lastInstanceId?: string;
    readonly nextAt?: number;
  }): Promise<void> {
    const { id, lastAt, lastInstanceId, nextAt } = started;
    await reportingUnavailable(() =>
      this.knex<ScheduleRow>('schedules')
        .where({ id })
        .update({
          pending: null,
          ...(lastAt !== undefined && { last_at: lastAt }),
          ...(lastInstanceId && { last_instance_id: lastInstanceId }),
          ...(nextAt !== undefined && { next_at: nextAt }),
        }),
    );
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
    const holding =
      this.knex<ScheduleEventRow>('schedule_events').distinct('schedule_id');
    return this.#read(schedules =>
      schedules.where({ is_paused: false }).whereIn('id', holding),
    );
  }

  async events(id: string, limit: number): Promise<readonly ScheduleEvent[]> {
    return reportingUnavailable(async () => {
      const rows = await this.knex<ScheduleEventRow>('schedule_events')
        .where({ schedule_id: id })
        .orderBy('position')
        .limit(limit);
      return rows.map(({ position, event }) => ({
        position: Number(position),
        event: JSON.parse(event),
      }));
    });
  }

  async consume(id: string, upToPosition: number): Promise<void> {
    await reportingUnavailable(() =>
      this.knex<ScheduleEventRow>('schedule_events')
        .where({ schedule_id: id })
        .where('position', '<=', upToPosition)
        .delete(),
    );
  }

  async setPaused(id: string, isPaused: boolean): Promise<boolean> {
    return reportingUnavailable(async () => {
      const found = await this.knex<ScheduleRow>('schedules')
        .where({ id })
        .update({ is_paused: isPaused });
      return found > 0;
    });
  }

  #read(
    narrow: (
      schedules: Knex.QueryBuilder<ScheduleRow, ScheduleRow[]>,
    ) => Knex.QueryBuilder<ScheduleRow, ScheduleRow[]>,
  ): Promise<readonly Schedule[]> {
    return reportingUnavailable(async () => {
      const rows = await narrow(
        this.knex<ScheduleRow>('schedules').select('*').orderBy('id'),
      );
      return rows.map(scheduleOfRow);
    });
  }
}
