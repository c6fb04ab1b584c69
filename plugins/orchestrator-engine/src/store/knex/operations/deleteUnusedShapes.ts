import type { Knex } from 'knex';
import type { AwaitRow, AwaitShapeRow } from '../tables';
import { isSqlite } from './workerLeases';

/**
 * Deletes shapes that no listener has. By the index `awaits_by_shape`.
 *
 * Whoever commits a listener keeps its shape in the same transaction, unless it is there. So on Postgres nobody may be in the middle of
 * that: the table is locked for as long as the deletion takes, and only when there is something to delete. While there are listeners
 * that do not name their shape, nothing is deleted.
 */
export async function deleteUnusedShapes(
  knex: Knex,
  limit: number,
): Promise<number> {
  const ids = await unused(knex, limit);
  if (ids.length === 0) return 0;
  return knex.transaction(async (tx): Promise<number> => {
    if (!isSqlite(tx)) {
      await tx.raw('lock table await_shapes in share row exclusive mode');
    }
    const still = await unused(tx, limit);
    const count = await tx<AwaitShapeRow>('await_shapes')
      .whereIn('id', still)
      .delete();
    return count;
  });
}

async function unused(knex: Knex, limit: number): Promise<string[]> {
  const listeners = () => knex<AwaitRow>('awaits').select(knex.raw('1'));
  const rows = await knex<AwaitShapeRow>('await_shapes')
    .select('id')
    .whereNotExists(listeners().whereRaw('shape_id = await_shapes.id'))
    .whereNotExists(listeners().whereRaw('shape_id is null'))
    .limit(limit);
  return rows.map(({ id }) => id);
}
