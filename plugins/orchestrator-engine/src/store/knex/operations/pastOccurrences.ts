import type { Knex } from 'knex';
import type { InstanceStatus } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { OccurrencePlace, PastOccurrence } from '../../ScheduleStore';
import type { ScheduleOccurrenceRow } from '../tables';

interface Row extends ScheduleOccurrenceRow {
  status: InstanceStatus | null;
}

/** What has become of a schedule's occurrences, the last first. By `occurrences_of_schedule` and the primary key of `instances`. */
export async function pastOccurrences(
  knex: Knex,
  page: {
    readonly scheduleId: string;
    readonly after?: OccurrencePlace;
    readonly limit: number;
  },
): Promise<readonly PastOccurrence[]> {
  const { scheduleId, after, limit } = page;
  const query = knex('schedule_occurrences as past')
    .leftJoin('instances', 'instances.id', 'past.instance_id')
    .select('past.*', 'instances.status')
    .where('past.schedule_id', scheduleId)
    .orderBy([
      { column: 'past.at', order: 'desc' },
      { column: 'past.name', order: 'desc' },
    ])
    .limit(limit);
  if (after) {
    query.whereRaw('(past.at, past.name) < (?, ?)', [after.at, after.name]);
  }
  const rows: Row[] = await query;
  return rows.map(pastOccurrenceOf);
}

function pastOccurrenceOf(row: Row): PastOccurrence {
  return {
    scheduleId: row.schedule_id,
    name: row.name,
    ...(row.due_at !== null && { dueAt: Number(row.due_at) }),
    at: Number(row.at),
    ...(row.instance_id !== null && { instanceId: row.instance_id }),
    ...(row.skipped !== null && { skipped: row.skipped }),
    ...(row.status !== null && { status: row.status }),
  };
}
