import type { Knex } from 'knex';
import { assertNever } from '../../assertNever';
import type { Filter, FilterValue } from '../Filter';

/** Where the fields of what is filtered are in the database. */
export interface FilterTarget<Field extends string> {
  /** A column, or an expression. */
  readonly columnOf: (field: Field) => string | Knex.Raw;
  /** Selects something for whoever has the mark. */
  readonly whereMarked: (
    query: Knex.QueryBuilder,
    name: string,
    value: string | undefined,
  ) => void;
}

const sqlOperator = {
  eq: '=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
} as const;

/** Adds the condition to a query. */
export function applyFilter<Field extends string>(
  query: Knex.QueryBuilder,
  filter: Filter<Field>,
  target: FilterTarget<Field>,
): Knex.QueryBuilder {
  const column = (field: Field) => target.columnOf(field);
  switch (filter.kind) {
    case 'compare':
      return query.whereRaw(`?? ${sqlOperator[filter.operator]} ?`, [
        column(filter.field),
        filter.value,
      ]);
    case 'like':
      return query.whereRaw("lower(??) like lower(?) escape '\\'", [
        column(filter.field),
        filter.pattern,
      ]);
    case 'in':
      return whereIn(query, column(filter.field), filter.values);
    case 'between':
      return query.whereRaw('?? between ? and ?', [
        column(filter.field),
        filter.from,
        filter.to,
      ]);
    case 'isNull':
      return query.whereRaw('?? is null', [column(filter.field)]);
    case 'marked':
      return query.whereExists(inner => {
        target.whereMarked(inner, filter.name, filter.value);
      });
    case 'not':
      return query.whereNot(inner => applyFilter(inner, filter.filter, target));
    case 'and':
    case 'or':
      return applyAll(query, filter, target);
    default:
      return assertNever(filter, 'filter');
  }
}

/** Of none, false. */
function whereIn(
  query: Knex.QueryBuilder,
  column: string | Knex.Raw,
  values: readonly FilterValue[],
): Knex.QueryBuilder {
  if (values.length === 0) return query.whereRaw('1 = 0');
  const places = values.map(() => '?').join(', ');
  return query.whereRaw(`?? in (${places})`, [column, ...values]);
}

function applyAll<Field extends string>(
  query: Knex.QueryBuilder,
  { kind, filters }: Extract<Filter<Field>, { filters: unknown }>,
  target: FilterTarget<Field>,
): Knex.QueryBuilder {
  if (filters.length === 0)
    return query.whereRaw(kind === 'and' ? '1 = 1' : '1 = 0');
  return query.where(group => {
    for (const filter of filters) {
      const add = (inner: Knex.QueryBuilder) => {
        applyFilter(inner, filter, target);
      };
      if (kind === 'and') group.andWhere(add);
      else group.orWhere(add);
    }
  });
}
