import type { Knex } from 'knex';
import type { SweptOrphans, SweptTo } from '../../HousekeepingStore';
import { scheduleOwner } from '../../ScheduleStore';
import type { AwaitRow, ScheduleEventRow, SignalRow } from '../tables';
import { deleteUnusedShapes } from './deleteUnusedShapes';

/**
 * Deletes listeners and signals whose instance is not there or has completed or been cancelled, events of schedules that are no more,
 * and shapes that no listener has.
 *
 * Of listeners and signals it looks at the `limit` that follow those it has looked at before, by the primary key of `awaits` and by
 * `signals_by_instance`: what a look costs does not grow with how many wait.
 */
export async function deleteOrphans(
  knex: Knex,
  { limit, from = {} }: { readonly limit: number; readonly from?: SweptTo },
): Promise<SweptOrphans> {
  const awaits = await sweep(
    knex,
    knex<AwaitRow>('awaits').whereRaw('owner_id not like ?', [
      `${scheduleOwner('')}%`,
    ]),
    { table: 'awaits', column: 'owner_id', after: from.awaits, limit },
  );
  const signals = await sweep(
    knex,
    knex<SignalRow>('signals').whereRaw('is_announced'),
    { table: 'signals', column: 'instance_id', after: from.signals, limit },
  );
  const events = await deleteEventsOfNoSchedule(knex, limit);
  const shapes = await deleteUnusedShapes(knex, limit);
  return {
    count: awaits.count + signals.count + events + shapes,
    sweptTo: { awaits: awaits.to, signals: signals.to },
  };
}

/** What is looked at: rows of instances whose ids follow `after`. */
interface Slice {
  readonly table: string;
  /** Names the instance of a row. */
  readonly column: string;
  readonly after: string | undefined;
  readonly limit: number;
}

/** @returns how many were deleted, and the last instance that was looked at unless that was the last of all */
async function sweep(
  knex: Knex,
  rows: Knex.QueryBuilder,
  { table, column, after = '', limit }: Slice,
): Promise<{ readonly count: number; readonly to?: string }> {
  const last = await knex(table)
    .where(column, '>', after)
    .orderBy(column)
    .offset(limit - 1)
    .first(column);
  const to: string | undefined = last?.[column];
  const looked = rows.where(column, '>', after);
  if (to !== undefined) looked.where(column, '<=', to);
  const count: number = await looked
    .whereNotExists(alive(knex, `${table}.${column}`))
    .delete();
  return { count, to };
}

function deleteEventsOfNoSchedule(knex: Knex, limit: number) {
  return knex<ScheduleEventRow>('schedule_events')
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
}

function alive(knex: Knex, id: string): Knex.QueryBuilder {
  return knex('instances')
    .select(knex.raw('1'))
    .whereRaw(`instances.id = ${id}`)
    .whereNotIn('status', ['completed', 'cancelled']);
}
