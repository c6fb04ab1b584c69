import type {
  FieldFilter,
  FieldOperator,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { RequestInvalidError } from '../errors/RequestInvalidError';

/** A condition on one field, its values read. */
export type FieldCondition<V> =
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly value: V;
    }
  | { readonly kind: 'in'; readonly values: readonly V[] }
  | { readonly kind: 'between'; readonly from: V; readonly to: V }
  /** `%` stands for any text, `_` for any character, `\` before one of them for itself. */
  | { readonly kind: 'like'; readonly pattern: string }
  | { readonly kind: 'isNull'; readonly isNull: boolean };

/** How two values compare. */
export type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';

const comparisons: { readonly [O in FieldOperator]?: Comparison } = {
  EQ: 'eq',
  GT: 'gt',
  GTE: 'gte',
  LT: 'lt',
  LTE: 'lte',
};

/**
 * Reads the operator and values of a condition on a field.
 *
 * @param pointer - of the condition in the request
 * @param readValue - throws a {@link RequestInvalidError} for what is no value of the field
 * @throws {@link RequestInvalidError}
 */
export function readFieldCondition<V>(
  { operator, value }: FieldFilter,
  pointer: string,
  readValue: (value: unknown, pointer: string) => V,
): FieldCondition<V> {
  const valuePointer = `${pointer}/value`;
  const list = () => readList(value, valuePointer);
  const comparison = comparisons[operator];
  if (comparison) {
    return {
      kind: 'compare',
      operator: comparison,
      value: readValue(value, valuePointer),
    };
  }
  switch (operator) {
    case 'IN':
      return {
        kind: 'in',
        values: list().map((one, index) =>
          readValue(one, `${valuePointer}/${index}`),
        ),
      };
    case 'BETWEEN': {
      if (list().length !== 2) {
        throw fault(valuePointer, 'must be a list of two values, from and to');
      }
      const [from, to] = list().map(one => readValue(one, valuePointer));
      return { kind: 'between', from, to };
    }
    case 'LIKE':
      return { kind: 'like', pattern: readPattern(value, valuePointer) };
    default:
      return { kind: 'isNull', isNull: readBoolean(value, valuePointer) };
  }
}

/** Reads text. @throws {@link RequestInvalidError} */
export function readText(value: unknown, pointer: string): string {
  if (typeof value === 'string') return value;
  throw fault(pointer, 'must be text');
}

/** A day, or a time with its zone: what else JavaScript takes for a time is not what everybody does. */
const iso8601 =
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** Reads a time: ISO 8601, or milliseconds since 1970. Returns milliseconds. @throws {@link RequestInvalidError} */
export function readTime(value: unknown, pointer: string): number {
  const ms = msOf(value);
  if (!Number.isNaN(ms)) return ms;
  throw fault(
    pointer,
    'must be a time in ISO 8601, e.g. 2026-11-22T03:00:00.000Z',
  );
}

function msOf(value: unknown): number {
  if (typeof value === 'number') return new Date(value).getTime();
  const isTime = typeof value === 'string' && iso8601.test(value);
  return isTime ? new Date(value).getTime() : NaN;
}

/** A backslash in a caller's pattern stands for itself: the database's own escapes are not part of the API. */
function readPattern(value: unknown, pointer: string): string {
  return readText(value, pointer).replace(/\\/g, '\\\\');
}

function readList(value: unknown, pointer: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw fault(pointer, 'must be a list');
}

/** Clients that fill in a form send it as text. */
function readBoolean(value: unknown, pointer: string): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw fault(pointer, 'must be true or false');
}

function fault(pointer: string, message: string): RequestInvalidError {
  return new RequestInvalidError([{ pointer, message }]);
}
