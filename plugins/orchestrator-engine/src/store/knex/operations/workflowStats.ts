import type { Knex } from 'knex';
import type { InstanceFilter, WorkflowStats } from '../../InstanceReader';
import { applyInstanceFilter } from '../instanceFilter';
import type { InstanceRow, Millis } from '../tables';

interface TotalsRow {
  workflow_id: string;
  total: Millis;
  completed: Millis;
  failed: Millis;
  recent: Millis;
  average_ms: Millis | null;
}

/**
 * Counts runs by workflow, and finds each one's latest: two statements, whatever the number of workflows.
 * Reads the index `instances_by_workflow`.
 */
export async function workflowStats(
  knex: Knex,
  scope: {
    readonly workflowIds?: readonly string[];
    readonly filter?: InstanceFilter;
    readonly recentSince: number;
  },
): Promise<readonly WorkflowStats[]> {
  const inScope = () => {
    const query = knex<InstanceRow>('instances').whereNull('test_session');
    if (scope.workflowIds) query.whereIn('workflow_id', [...scope.workflowIds]);
    if (scope.filter) applyInstanceFilter(knex, query, scope.filter);
    return query;
  };
  const totals: TotalsRow[] = await inScope()
    .select('workflow_id')
    .count({ total: '*' })
    .sum({
      completed: knex.raw("case when status = 'completed' then 1 else 0 end"),
      failed: knex.raw("case when status = 'failed' then 1 else 0 end"),
      recent: knex.raw('case when created_at >= ? then 1 else 0 end', [
        scope.recentSince,
      ]),
    })
    .avg({
      average_ms: knex.raw(
        "case when status = 'completed' then ended_at - started_at end",
      ),
    })
    .groupBy('workflow_id');
  const latest = await findLatest(knex, inScope());
  return totals.map(row => ({
    workflowId: row.workflow_id,
    total: Number(row.total),
    completed: Number(row.completed),
    failed: Number(row.failed),
    recent: Number(row.recent),
    averageDurationMs:
      row.average_ms === null ? undefined : Math.round(Number(row.average_ms)),
    last: latest.get(row.workflow_id),
  }));
}

async function findLatest(knex: Knex, inScope: Knex.QueryBuilder) {
  const ranked = inScope.select(
    'id',
    'workflow_id',
    'status',
    'created_at',
    knex.raw(
      'row_number() over (partition by workflow_id order by created_at desc, id desc) as place',
    ),
  );
  const rows: InstanceRow[] = await knex
    .from(ranked.as('ranked'))
    .where('place', 1);
  return new Map(
    rows.map(row => [
      row.workflow_id,
      {
        instanceId: row.id,
        status: row.status,
        createdAt: Number(row.created_at),
      },
    ]),
  );
}
