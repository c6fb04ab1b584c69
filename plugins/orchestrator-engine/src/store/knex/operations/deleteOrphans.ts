import type { Knex } from 'knex';
import { scheduleOwner } from '../../ScheduleStore';
import type { AwaitRow, ScheduleEventRow, SignalRow } from '../tables';
import { deleteUnusedShapes } from './deleteUnusedShapes';

/**
 * Deletes listeners and signals whose instance is not there or has completed or been cancelled, events of schedules that are no more,
 * and shapes that no listener has. By the primary keys.
 */
export async function deleteOrphans(
  knex: Knex,
  limit: number,
): Promise<number> {
  const awaits = await knex<AwaitRow>('awaits')
    .whereIn(
      'owner_id',
      knex<AwaitRow>('awaits')
        .distinct('owner_id')
        .whereRaw('owner_id not like ?', [`${scheduleOwner('')}%`])
        .whereNotExists(alive(knex, 'awaits.owner_id'))
        .limit(limit),
    )
    .delete();
  const signals = await knex<SignalRow>('signals')
    .whereIn(
      'id',
      knex<SignalRow>('signals')
        .select('id')
        .whereRaw('is_announced')
        .whereNotExists(alive(knex, 'signals.instance_id'))
        .limit(limit),
    )
    .delete();
  const events = await knex<ScheduleEventRow>('schedule_events')
    .whereIn(
      'schedule_id',
      knex<ScheduleEventRow>('schedule_events')
        .distinct('schedule_id')
        .whereNotExists(
          knex('schedules')
            .select(knex.raw('1'))
            .whereRaw('schedules.id = schedule_events.schedule_id'),
        )
        .limit(limit),
    )
    .delete();
  return awaits + signals + events + (await deleteUnusedShapes(knex, limit));
}

function alive(knex: Knex, id: string): Knex.QueryBuilder {
  return knex('instances')
    .select(knex.raw('1'))
    .whereRaw(`instances.id = ${id}`)
    .whereNotIn('status', ['completed', 'cancelled']);
}
