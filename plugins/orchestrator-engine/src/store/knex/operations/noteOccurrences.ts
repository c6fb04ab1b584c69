import type { Knex } from 'knex';
import type { Occurrence } from '../../ScheduleStore';
import { occurrenceRow } from '../rows';
import type { ScheduleOccurrenceRow } from '../tables';

/** Notes what has become of occurrences; what is noted of one already stays. By the primary key of `schedule_occurrences`. */
export async function noteOccurrences(
  tx: Knex.Transaction,
  occurrences: readonly Occurrence[],
): Promise<void> {
  if (occurrences.length === 0) return;
  await tx<ScheduleOccurrenceRow>('schedule_occurrences')
    .insert(occurrences.map(occurrenceRow))
    .onConflict(['schedule_id', 'name'])
    .ignore();
}

/** The columns of a schedule that tell of the last thing that it has started, or was to start. */
export function lastOf(occurrences: readonly Occurrence[]): {
  readonly last_at?: number;
  readonly last_instance_id?: string;
} {
  const last = occurrences.at(-1);
  const started = occurrences.findLast(({ instanceId }) => instanceId);
  return {
    ...(last && { last_at: last.dueAt ?? last.at }),
    ...(started && { last_instance_id: started.instanceId }),
  };
}
