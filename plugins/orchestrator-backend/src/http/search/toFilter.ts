import type { Filter } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { FieldCondition } from './FieldCondition';

/** The database's condition for a condition on one field. */
export function toFilter<F extends string, V extends string | number>(
  field: F,
  condition: FieldCondition<V>,
): Filter<F> {
  if (condition.kind !== 'isNull') return { ...condition, field };
  const isNull: Filter<F> = { kind: 'isNull', field };
  return condition.isNull ? isNull : { kind: 'not', filter: isNull };
}
