import type { Knex } from 'knex';
import type { Await, EventIdentity } from '../../EventStore';
import type { LogRow } from '../tables';
import { trimmedEvents } from './trimmedEvents';

/**
 * Events that a task cannot take any more: it has taken them, or others had before it began to listen.
 *
 * Reads the entries of one instance by the primary key of `steps`; those that were deleted are older than any task that listens.
 */
export async function takenEvents(
  knex: Knex,
  { ownerId, taskKey }: Pick<Await, 'ownerId' | 'taskKey'>,
): Promise<readonly EventIdentity[]> {
  const begun = knex<LogRow>('log')
    .min('seq')
    .where({ instance_id: ownerId, type: 'event.awaited', task_key: taskKey });
  const rows = await knex<LogRow>('log')
    .select('data')
    .where({ instance_id: ownerId, type: 'event.received' })
    .where(taken =>
      taken.where({ task_key: taskKey }).orWhere('seq', '<', begun),
    );
  const left = rows.map(({ data }) => {
    const { source, eventId } = JSON.parse(data);
    return { source, id: eventId };
  });
  return [...(await trimmedEvents(knex, ownerId)), ...left];
}
