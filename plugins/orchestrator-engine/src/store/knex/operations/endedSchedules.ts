import type { Knex } from 'knex';
import type { Schedule } from '../../ScheduleStore';
import { scheduleOfRow } from '../rows';
import type { Millis, ScheduleRow } from '../tables';

/** Schedules of kind `after` that nothing makes due, whose instance has ended or is gone. By the primary key of `instances`. */
export async function endedSchedules(
  knex: Knex,
): Promise<
  readonly { readonly schedule: Schedule; readonly endedAt?: number }[]
> {
  const rows: (ScheduleRow & { ended_at: Millis | null })[] = await knex(
    'schedules',
  )
    .leftJoin('instances', 'instances.id', 'schedules.last_instance_id')
    .select('schedules.*', 'instances.ended_at')
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
