import type { Knex } from 'knex';
import type { Await, AwaitPlace } from '../../EventStore';
import { awaitOf } from '../rows';
import type { AwaitRow } from '../tables';

/** Listeners with one of the keys, in the order of their places. By the index `awaits_by_match`: listeners of other keys are not read. */
export async function awaitsByKey(
  knex: Knex,
  page: {
    readonly matchKeys: readonly string[];
    readonly after?: AwaitPlace;
    readonly limit: number;
  },
): Promise<readonly Await[]> {
  const { after, limit, matchKeys } = page;
  if (matchKeys.length === 0) return [];
  const query = knex<AwaitRow>('awaits')
    .whereIn('match_key', [...matchKeys])
    .orderBy(['owner_id', 'effect_id', 'expectation'])
    .limit(limit);
  if (after) {
    query.whereRaw('(owner_id, effect_id, expectation) > (?, ?, ?)', [
      after.ownerId,
      after.effectId,
      after.expectation,
    ]);
  }
  return (await query).map(awaitOf);
}
