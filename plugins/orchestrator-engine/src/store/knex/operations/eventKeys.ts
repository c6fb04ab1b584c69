import type { Knex } from 'knex';
import type { EventKey } from '../../EventStore';
import type { AwaitShapeRow, InboxKeyRow } from '../tables';
import { isSqlite } from './workerLeases';

/** Rows of one insert: each value is a binding. */
const CHUNK = 500;

/** Keeps keys of events, in one transaction. By the primary key of `inbox_keys`. */
export async function keepEventKeys(
  knex: Knex,
  keys: readonly EventKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const rows = keys.map(({ matchKey, receivedAt, position }) => ({
    match_key: matchKey,
    received_at: receivedAt,
    position,
  }));
  await knex.transaction(async tx => {
    for (let start = 0; start < rows.length; start += CHUNK) {
      await tx<InboxKeyRow>('inbox_keys')
        .insert(rows.slice(start, start + CHUNK))
        .onConflict(['match_key', 'received_at', 'position'])
        .ignore();
    }
  });
}

/** Notes from when on events have a key of a shape; what is noted of earlier ones stays. */
export async function noteIndexed(
  knex: Knex,
  shapeId: string,
  since: number,
): Promise<void> {
  await knex<AwaitShapeRow>('await_shapes')
    .where({ id: shapeId })
    .whereRaw('coalesce(indexed_since, ?) >= ?', [since, since])
    .update({ indexed_since: since });
}

/** Those of the keys that events have which were received since then: one look at `inbox_keys` each. */
export async function keysSince(
  knex: Knex,
  matchKeys: readonly string[],
  since: number,
): Promise<ReadonlySet<string>> {
  const wanted = isSqlite(knex)
    ? 'select value as match_key from json_each(?)'
    : 'select value as match_key from json_array_elements_text(?::json) as one (value)';
  const rows: { match_key: string }[] = await knex
    .select('match_key')
    .from(knex.raw(`(${wanted}) as wanted`, [JSON.stringify(matchKeys)]))
    .whereExists(
      knex('inbox_keys')
        .select(knex.raw('1'))
        .whereRaw('inbox_keys.match_key = wanted.match_key')
        .where('received_at', '>=', since),
    );
  return new Set(rows.map(row => row.match_key));
}
