import type { Knex } from 'knex';
import type {
  FilterValue,
  InstanceField,
  InstanceFilter,
} from '../InstanceReader';
import type { InstanceRow } from './tables';

/** The column of each field. */
export const columnOf: { readonly [F in InstanceField]: keyof InstanceRow } = {
  id: 'id',
  workflowId: 'workflow_id',
  workflowVersion: 'workflow_version',
  status: 'status',
  initiator: 'initiator',
  targetEntity: 'target_entity',
  createdAt: 'created_at',
  startedAt: 'started_at',
  endedAt: 'ended_at',
};

const sqlOperator = {
  eq: '=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
} as const;

/** Adds the condition to a query on `instances`. */
export function applyFilter(
  query: Knex.QueryBuilder,
  filter: InstanceFilter,
): Knex.QueryBuilder {
  switch (filter.kind) {
    case 'compare':
      return query.where(
        columnOf[filter.field],
        sqlOperator[filter.operator],
        filter.value,
      );
    case 'like':
      return query.whereRaw("lower(??) like lower(?) escape '\\'", [
        columnOf[filter.field],
        filter.pattern,
      ]);
    case 'in':
      return query.whereIn(columnOf[filter.field], values(filter.values));
    case 'between':
      return query.whereBetween(columnOf[filter.field], [
        filter.from,
        filter.to,
      ]);
    case 'isNull':
      return query.whereNull(columnOf[filter.field]);
    case 'not':
      return query.whereNot(inner => applyFilter(inner, filter.filter));
    case 'and':
    case 'or':
      return applyAll(query, filter);
    default:
      return assertNever(filter);
  }
}

function applyAll(
  query: Knex.QueryBuilder,
  { kind, filters }: Extract<InstanceFilter, { filters: unknown }>,
): Knex.QueryBuilder {
  if (filters.length === 0)
    return query.whereRaw(kind === 'and' ? '1 = 1' : '1 = 0');
  return query.where(group => {
    for (const filter of filters) {
      const add = (inner: Knex.QueryBuilder) => {
        applyFilter(inner, filter);
      };
      if (kind === 'and') group.andWhere(add);
      else group.orWhere(add);
    }
  });
}

function values(list: readonly FilterValue[]): FilterValue[] {
  return [...list];
}

function assertNever(filter: never): never {
  throw new Error(`Unknown filter ${JSON.stringify(filter)}`);
}
