import type { Knex } from 'knex';
import { scheduleOwner } from '../../ScheduleStore';
import type { AwaitRow, SignalRow } from '../tables';

/** Deletes listeners and signals whose instance is not there or has completed or been cancelled. By the primary keys. */
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
  return awaits + signals;
}

function alive(knex: Knex, id: string): Knex.QueryBuilder {
  return knex('instances')
    .select(knex.raw('1'))
    .whereRaw(`instances.id = ${id}`)
    .whereNotIn('status', ['completed', 'cancelled']);
}
