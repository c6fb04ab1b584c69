import type { Json } from '../../../Json';

/** @internal */
export type JsonArray = readonly Json[];
/** @internal */
export type JsonObject = { readonly [key: string]: Json };
/** @internal */
export type MutableObject = { [key: string]: Json };
/** @internal */
export type TypeName =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'array'
  | 'object';

/** What jq's `type` gives. @internal */
export function typeName(value: Json): TypeName {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
}

/** @internal */
export function isArray(value: Json): value is JsonArray {
  return Array.isArray(value);
}

/** @internal */
export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a condition holds: all but `null` and `false` do. @internal */
export function isTruthy(value: Json): boolean {
  return value !== null && value !== false;
}
