import type { Knex } from 'knex';

/** Whether anything is left to do with events. By the partial indexes `inbox_unrouted`, `awaits_behind` and `signals_unannounced`. */
export async function hasEventWork(knex: Knex): Promise<boolean> {
  const anyOf = (table: string, isLeft: string) =>
    knex(table).select(knex.raw('1')).whereRaw(isLeft);
  const rows = await knex
    .select(knex.raw('1'))
    .whereExists(anyOf('inbox', 'not is_routed'))
    .orWhereExists(anyOf('awaits', 'not is_caught_up'))
    .orWhereExists(anyOf('signals', 'not is_announced'));
  return rows.length > 0;
}
