import type { Knex } from 'knex';
import type { Await, AwaitPlace } from '../../EventStore';
import { awaitOf } from '../rows';
import type { AwaitRow } from '../tables';
import { isSqlite } from './workerLeases';

interface Page {
  readonly matchKeys: readonly string[];
  readonly after?: AwaitPlace & Pick<Await, 'matchKey'>;
  readonly limit: number;
}

/**
 * Listeners with one of the keys, in the order of keys and places.
 *
 * By the index `awaits_by_match`, which has this order: listeners of other keys are not read, nor those of earlier pages. However many
 * keys there are, they are one binding.
 */
export async function awaitsByKey(
  knex: Knex,
  page: Page,
): Promise<readonly Await[]> {
  if (page.matchKeys.length === 0) return [];
  const rows = await (isSqlite(knex)
    ? readOnSqlite(knex, page)
    : readOnPostgres(knex, page));
  return rows.map(awaitOf);
}

const PLACE = 'match_key, owner_id, effect_id, expectation';

/** SQLite reads the keys of a list in their order. */
async function readOnSqlite(
  knex: Knex,
  { matchKeys, after, limit }: Page,
): Promise<readonly AwaitRow[]> {
  const listeners = (count: number) =>
    knex<AwaitRow>('awaits').orderByRaw(PLACE).limit(count);
  const begun: readonly AwaitRow[] = after
    ? await listeners(limit)
        .where('match_key', after.matchKey)
        .whereRaw('(owner_id, effect_id, expectation) > (?, ?, ?)', [
          after.ownerId,
          after.effectId,
          after.expectation,
        ])
    : [];
  const left = matchKeys.filter(key => !after || key > after.matchKey);
  if (begun.length === limit || left.length === 0) return begun;
  const others: readonly AwaitRow[] = await listeners(
    limit - begun.length,
  ).whereRaw('match_key in (select value from json_each(?))', [
    JSON.stringify(left),
  ]);
  return [...begun, ...others];
}

/** Postgres would sort what it finds for several keys: it is asked key by key, in one statement. */
async function readOnPostgres(
  knex: Knex,
  { matchKeys, after, limit }: Page,
): Promise<readonly AwaitRow[]> {
  const { rows } = await knex.raw(
    `select found.*
     from json_array_elements_text(?::json) as wanted (key)
     cross join lateral (
       select * from awaits
       where match_key = wanted.key and (${PLACE}) > (?, ?, ?, ?)
       order by ${PLACE} limit ?
     ) as found
     order by ${PLACE} limit ?`,
    [
      ...[JSON.stringify(matchKeys), after?.matchKey ?? ''],
      ...[after?.ownerId ?? '', after?.effectId ?? ''],
      ...[after?.expectation ?? -1, limit, limit],
    ],
  );
  return rows;
}
