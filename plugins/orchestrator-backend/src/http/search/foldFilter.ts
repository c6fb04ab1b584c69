import type {
  FieldFilter,
  Filter,
  NestedFilter,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { RequestInvalidError } from '../errors/RequestInvalidError';

/** What to make of each kind of condition. */
export interface FilterForms<T> {
  readonly and: (conditions: readonly T[]) => T;
  readonly or: (conditions: readonly T[]) => T;
  readonly not: (condition: T) => T;
  /** @param pointer - where the condition stands in the request */
  readonly field: (filter: FieldFilter, pointer: string) => T;
}

const MAX_CONDITIONS = 200;

/**
 * Makes something else of a filter, condition by condition.
 *
 * @throws {@link RequestInvalidError} for what cannot be filtered by
 */
export function foldFilter<T>(filter: Filter, forms: FilterForms<T>): T {
  let count = 0;
  return fold(filter, '/body/filters');

  function fold(condition: Filter, pointer: string): T {
    count += 1;
    if (count > MAX_CONDITIONS) {
      throw fault(
        '/body/filters',
        `must hold at most ${MAX_CONDITIONS} conditions`,
      );
    }
    if ('nested' in condition) {
      return fold(withoutNesting(condition), `${pointer}/nested`);
    }
    if ('field' in condition) return forms.field(condition, pointer);
    const inner = condition.filters.map((one, index) =>
      fold(one, `${pointer}/filters/${index}`),
    );
    switch (condition.operator) {
      case 'AND':
        return forms.and(inner);
      case 'OR':
        return forms.or(inner);
      default:
        return forms.not(forms.or(inner));
    }
  }
}

/** A field of a field is called by both, with a dot between. */
function withoutNesting({ field, nested }: NestedFilter): Filter {
  return { ...nested, field: `${field}.${nested.field}` };
}

function fault(pointer: string, message: string): RequestInvalidError {
  return new RequestInvalidError([{ pointer, message }]);
}
