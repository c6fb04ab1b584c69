import type { Knex } from 'knex';
import type { Instance, LogEntry } from '../../InstanceStore';
import { entryOf, instanceOf } from '../rows';
import type { InstanceRow, LogRow } from '../tables';

/** By the partial index `instances_with_checkpoint`, and for each instance in it by the primary key of `log`. */
export async function trimmableInstances(
  knex: Knex,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly Instance[]> {
  const rows: InstanceRow[] = await knex('instances')
    .join('log', join =>
      join
        .on('log.instance_id', 'instances.id')
        .andOn('log.seq', 'instances.first_seq'),
    )
    .select('instances.*')
    .whereNotNull('instances.checkpoint_seq')
    .whereRaw('instances.first_seq < instances.checkpoint_seq')
    .where('log.time', '<', before)
    .limit(limit);
  return rows.map(instanceOf);
}

/** By the primary key of `log`. */
export async function trimmableEntries(
  knex: Knex,
  { id, checkpointSeq = 0 }: Pick<Instance, 'id' | 'checkpointSeq'>,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<readonly LogEntry[]> {
  const rows = await knex<LogRow>('log')
    .where({ instance_id: id })
    .where('seq', '<', checkpointSeq)
    .orderBy('seq')
    .limit(limit);
  const entries = rows.map(entryOf);
  const kept = entries.findIndex(({ time }) => time >= before);
  return kept < 0 ? entries : entries.slice(0, kept);
}
