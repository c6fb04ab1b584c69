import type { Knex } from 'knex';
import type { InstanceField, InstanceFilter } from '../InstanceReader';
import { applyFilter, type FilterTarget } from './applyFilter';
import type { InstanceRow } from './tables';

const columns: {
  readonly [F in Exclude<InstanceField, 'workflowName'>]: keyof InstanceRow;
} = {
  id: 'id',
  workflowId: 'workflow_id',
  workflowVersion: 'workflow_version',
  status: 'status',
  initiator: 'initiator',
  targetEntity: 'target_entity',
  businessKey: 'business_key',
  parentId: 'parent_instance_id',
  createdAt: 'created_at',
  startedAt: 'started_at',
  endedAt: 'ended_at',
};

/** The title of an instance's workflow, or its id when the workflow is gone. */
const workflowName = `coalesce(
  (select coalesce(s.title, w.title) from workflows w
     left join workflow_settings s on s.workflow_id = w.id
     where w.id = instances.workflow_id),
  instances.workflow_id)`;

/** The column of a field, or what computes it. */
export function instanceColumn(
  knex: Knex,
  field: InstanceField,
): string | Knex.Raw {
  return field === 'workflowName'
    ? knex.raw(workflowName)
    : `instances.${columns[field]}`;
}

/** Adds the condition to a query on `instances`. Labels by the index `instance_labels_by_value`. */
export function applyInstanceFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: InstanceFilter,
): Knex.QueryBuilder {
  const target: FilterTarget<InstanceField> = {
    columnOf: field => instanceColumn(knex, field),
    whereMarked: (inner, name, value) => {
      inner
        .select(knex.raw('1'))
        .from('instance_labels')
        .whereRaw('instance_labels.instance_id = instances.id')
        .where({ name, ...(value !== undefined && { value }) });
    },
  };
  return applyFilter(query, filter, target);
}
