import type { Knex } from 'knex';
import type { InstanceRow, LogRow } from '../tables';

/**
 * How long each task of the top level has taken in the latest completed runs: their ids by `instances_by_workflow`, then the ends
 * of tasks of each by the primary key of `steps`.
 */
export async function usualDurations(
  knex: Knex,
  workflowId: string,
  runs: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const latest: Pick<InstanceRow, 'id'>[] = await knex<InstanceRow>('instances')
    .select('id')
    .where({ workflow_id: workflowId, status: 'completed' })
    .whereNull('test_session')
    .orderBy('created_at', 'desc')
    .limit(runs);
  const ends: Pick<LogRow, 'task_key' | 'data'>[] = await knex<LogRow>('log')
    .select('task_key', 'data')
    .whereIn(
      'instance_id',
      latest.map(({ id }) => id),
    )
    .where({ type: 'task.completed' })
    .whereRaw("task_key not like '/do/%/%/%'");
  const durations = new Map<string, number[]>();
  for (const { task_key: key, data } of ends) {
    const ref = key?.replace(/\[.*$/, '');
    if (ref === undefined) continue;
    const { durationMs } = JSON.parse(data);
    durations.set(ref, [...(durations.get(ref) ?? []), Number(durationMs)]);
  }
  return durations;
}
