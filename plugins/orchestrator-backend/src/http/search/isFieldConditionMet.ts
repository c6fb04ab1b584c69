import type { Comparison, FieldCondition } from './FieldCondition';
import { matchesPattern } from './matchesPattern';

/** Whether a value meets a condition. Nothing meets a comparison with a value that is missing, as in SQL. */
export function isFieldConditionMet<V extends string | number>(
  condition: FieldCondition<V>,
  value: V | undefined,
): boolean {
  if (condition.kind === 'isNull') {
    return (value === undefined) === condition.isNull;
  }
  if (value === undefined) return false;
  switch (condition.kind) {
    case 'in':
      return condition.values.includes(value);
    case 'between':
      return value >= condition.from && value <= condition.to;
    case 'like':
      return matchesPattern(condition.pattern, String(value));
    default:
      return compare(value, condition.operator, condition.value);
  }
}

function compare<V>(value: V, operator: Comparison, other: V): boolean {
  switch (operator) {
    case 'eq':
      return value === other;
    case 'gt':
      return value > other;
    case 'gte':
      return value >= other;
    case 'lt':
      return value < other;
    default:
      return value <= other;
  }
}
