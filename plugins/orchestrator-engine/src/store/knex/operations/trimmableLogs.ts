import type { Knex } from 'knex';
import type { Instance, LogEntry } from '../../InstanceStore';
import { entriesOf, instanceOf } from '../rows';
import type { InstanceRow, StepRow } from '../tables';

/** By the partial index `instances_with_checkpoint`, and for each instance in it by the primary key of `steps`. */
export async function trimmableInstances(
  knex: Knex,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly Instance[]> {
  const rows: InstanceRow[] = await knex<InstanceRow>('instances')
    .select('instances.*')
    .whereNotNull('checkpoint_seq')
    .whereRaw(
      `? > (
        select time from steps
        where instance_id = instances.id and last_seq >= instances.first_seq and last_seq < checkpoint_seq
        order by last_seq limit 1
      )`,
      [before],
    )
    .limit(limit);
  return rows.map(instanceOf);
}

/** By the primary key of `steps`: whole ones. */
export async function trimmableEntries(
  knex: Knex,
  { id, checkpointSeq = 0 }: Pick<Instance, 'id' | 'checkpointSeq'>,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly LogEntry[]> {
  const rows = await knex<StepRow>('steps')
    .where({ instance_id: id })
    .where('last_seq', '<', checkpointSeq)
    .orderBy('last_seq')
    .limit(limit);
  const kept = rows.findIndex(({ time }) => Number(time) >= before);
  return (kept < 0 ? rows : rows.slice(0, kept)).flatMap(entriesOf);
}
