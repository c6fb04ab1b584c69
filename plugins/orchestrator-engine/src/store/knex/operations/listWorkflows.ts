import type { Knex } from 'knex';
import type {
  ListedWorkflow,
  WorkflowField,
  WorkflowHealth,
  WorkflowListQuery,
} from '../../WorkflowReader';
import { applyFilter, type FilterTarget } from '../applyFilter';
import { applyInstanceFilter } from '../instanceFilter';
import { currentDefinitionOf, currentDefinitions } from './currentDefinitions';
import type { CurrentDefinitionRow } from './currentDefinitions';
import type { InstanceRow, Millis } from '../tables';

interface ListedRow extends CurrentDefinitionRow {
  health: WorkflowHealth;
  last_id: string | null;
  last_status: InstanceRow['status'] | null;
  last_created_at: Millis | null;
  sort_key: string | Millis;
}

const columns: { readonly [F in WorkflowField]: string } = {
  id: 'workflow_id',
  title: 'shown_title',
  description: 'description',
  version: 'version',
  format: 'format',
  owner: 'owner',
  health: 'health',
  updatedAt: 'updated_at',
  lastRunAt: 'last_created_at',
  lastRunStatus: 'last_status',
};

const times: readonly WorkflowField[] = ['updatedAt', 'lastRunAt'];

/**
 * Lists workflows with their last run and how they do: one statement. The runs of each workflow by the index
 * `instances_by_workflow`, tags by `tags_by_workflow`.
 */
export async function listWorkflows(
  knex: Knex,
  query: WorkflowListQuery,
): Promise<readonly ListedWorkflow[]> {
  const { filter, orderBy, after, limit, offset } = query;
  const { direction, field } = orderBy;
  const sortKey = times.includes(field)
    ? knex.raw('coalesce(??, 0)', [columns[field]])
    : knex.raw("lower(coalesce(??, ''))", [columns[field]]);
  const list = knex
    .select('listed.*', knex.raw('? as sort_key', [sortKey]))
    .from(withHealth(knex, query).as('listed'));
  if (filter) applyFilter(list, filter, targetOf(knex));
  if (after) {
    const sign = direction === 'asc' ? '>' : '<';
    list.whereRaw(`(?, workflow_id) ${sign} (?, ?)`, [
      sortKey,
      after.key,
      after.id,
    ]);
  }
  list.orderByRaw(`sort_key ${direction}, workflow_id ${direction}`);
  if (limit !== undefined) list.limit(limit);
  if (offset) list.offset(offset);
  const rows: ListedRow[] = await list;
  return rows.map(row => listedOf(row, times.includes(field)));
}

function withHealth(knex: Knex, query: WorkflowListQuery): Knex.QueryBuilder {
  return knex
    .select(
      'known.*',
      'last.status as last_status',
      'last.created_at as last_created_at',
      knex.raw(`case
        when not is_valid then 'invalid'
        when not is_enabled then 'disabled'
        when outcome = 'failed' then 'failing'
        when outcome is not null then 'healthy'
        else 'idle' end as health`),
    )
    .from(withRuns(knex, query).as('known'))
    .leftJoin('instances as last', 'last.id', 'known.last_id');
}

function withRuns(
  knex: Knex,
  { countedRuns }: WorkflowListQuery,
): Knex.QueryBuilder {
  const latest = (column: string) => {
    const runs = knex<InstanceRow>('instances')
      .select(column)
      .whereRaw('instances.workflow_id = workflows.id')
      .whereNull('test_session')
      .orderByRaw('created_at desc, instances.id desc')
      .limit(1);
    return countedRuns ? applyInstanceFilter(knex, runs, countedRuns) : runs;
  };
  const ended = latest('instances.status').whereIn('status', [
    'completed',
    'failed',
  ]);
  return currentDefinitions(knex).select(
    latest('instances.id').as('last_id'),
    ended.as('outcome'),
  );
}

function targetOf(knex: Knex): FilterTarget<WorkflowField> {
  return {
    columnOf: field => `listed.${columns[field]}`,
    whereMarked: (inner, tag) => {
      inner
        .select(knex.raw('1'))
        .from('workflow_tags')
        .whereRaw('workflow_tags.workflow_id = listed.workflow_id')
        .where({ tag });
    },
  };
}

function listedOf(row: ListedRow, isOrderedByTime: boolean): ListedWorkflow {
  const { last_id: instanceId, last_status: status } = row;
  return {
    definition: currentDefinitionOf(row),
    health: row.health,
    ...(instanceId &&
      status && {
        last: { instanceId, status, createdAt: Number(row.last_created_at) },
      }),
    place: {
      key: isOrderedByTime ? Number(row.sort_key) : String(row.sort_key),
      id: row.workflow_id,
    },
  };
}
