import type { Knex } from 'knex';
import type { ConfiguredScheduleRow } from '../rows';

/** Schedules with what people have set for their workflows. By the primary key of `workflow_settings`. */
export function configuredSchedules(
  knex: Knex,
): Knex.QueryBuilder<ConfiguredScheduleRow, ConfiguredScheduleRow[]> {
  return knex('schedules')
    .leftJoin(
      'workflow_settings as settings',
      'settings.workflow_id',
      'schedules.workflow_id',
    )
    .select<ConfiguredScheduleRow[]>('schedules.*', 'settings.is_enabled')
    .orderBy('schedules.id');
}
