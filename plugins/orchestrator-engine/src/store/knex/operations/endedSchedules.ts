import type { Knex } from 'knex';
import type { Schedule } from '../../ScheduleStore';
import { scheduleOfRow, type ConfiguredScheduleRow } from '../rows';
import type { Millis } from '../tables';
import { configuredSchedules } from './configuredSchedules';

/** Schedules of kind `after` that nothing makes due, whose instance has ended or is gone. By the primary key of `instances`. */
export async function endedSchedules(
  knex: Knex,
): Promise<
  readonly { readonly schedule: Schedule; readonly endedAt?: number }[]
> {
  const rows: (ConfiguredScheduleRow & { ended_at: Millis | null })[] =
    await configuredSchedules(knex)
      .leftJoin('instances', 'instances.id', 'schedules.last_instance_id')
      .select('instances.ended_at')
      .where({ kind: 'after' })
      .whereNull('next_at')
      .whereNull('pending')
      .where(ended =>
        ended.whereNotNull('instances.ended_at').orWhereNull('instances.id'),
      );
  return rows.map(row => ({
    schedule: scheduleOfRow(row),
    ...(row.ended_at !== null && { endedAt: Number(row.ended_at) }),
  }));
}
