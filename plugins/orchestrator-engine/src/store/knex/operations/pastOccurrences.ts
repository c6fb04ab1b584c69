import type { Knex } from 'knex';
import type { Occurrence, OccurrencePlace } from '../../ScheduleStore';
import type { ScheduleOccurrenceRow } from '../tables';

/** What has become of a schedule's occurrences, the last first. By the index `occurrences_of_schedule`, which has this order. */
export async function pastOccurrences(
  knex: Knex,
  page: {
    readonly scheduleId: string;
    readonly after?: OccurrencePlace;
    readonly limit: number;
  },
): Promise<readonly Occurrence[]> {
  const { scheduleId, after, limit } = page;
  const query = knex<ScheduleOccurrenceRow>('schedule_occurrences')
    .where({ schedule_id: scheduleId })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'name', order: 'desc' },
    ])
    .limit(limit);
  if (after) query.whereRaw('(at, name) < (?, ?)', [after.at, after.name]);
  return (await query).map(occurrenceOf);
}

function occurrenceOf(row: ScheduleOccurrenceRow): Occurrence {
  return {
    scheduleId: row.schedule_id,
    name: row.name,
    ...(row.due_at !== null && { dueAt: Number(row.due_at) }),
    at: Number(row.at),
    ...(row.instance_id !== null && { instanceId: row.instance_id }),
    ...(row.skipped !== null && { skipped: row.skipped }),
  };
}
