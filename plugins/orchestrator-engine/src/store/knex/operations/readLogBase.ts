import type { Knex } from 'knex';
import type { LogBase } from '../../LogTrimStore';
import type { LogBaseRow } from '../tables';

/** What the deleted entries of an instance's log have told. By the primary key of `log_bases`. */
export async function readLogBase(
  knex: Knex,
  instanceId: string,
): Promise<LogBase | undefined> {
  const row = await knex<LogBaseRow>('log_bases')
    .where({ instance_id: instanceId })
    .first();
  return row && { state: JSON.parse(row.state) };
}
