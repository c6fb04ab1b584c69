import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { compare } from '../values/compare';
import { getOwn } from '../values/objects';
import { quotePreview } from '../values/preview';
import { isArray, isObject, typeName, type JsonArray } from '../values/types';

/** jq's `value[key]`. @internal */
export function indexValue(value: Json, key: Json, run: Run): Json {
  if (typeof key === 'string') return indexByName(value, key);
  if (typeof key === 'number' && (isArray(value) || value === null)) {
    return value === null ? null : itemAt(value, key);
  }
  if (isArray(value) && isArray(key)) return indicesOf(value, key, run);
  if (isObject(key)) return indexByRange(value, key, run);
  throw cannotIndex(value, key);
}

/** jq's `value.name`. @internal */
export function indexByName(value: Json, name: string): Json {
  if (isObject(value)) return getOwn(value, name) ?? null;
  if (value === null) return null;
  throw cannotIndex(value, name);
}

function itemAt(array: JsonArray, key: number): Json {
  const index = Math.trunc(key);
  return array[index < 0 ? index + array.length : index] ?? null;
}

function indexByRange(
  value: Json,
  range: { readonly [key: string]: Json },
  run: Run,
): Json {
  if (value === null) return null;
  if (!isArray(value) && typeof value !== 'string') {
    throw cannotIndex(value, range);
  }
  const { from, to } = rangeOf(range);
  return sliceValue(value, from, to, run);
}

/** The ends of a slice that is written as an object, which must name both. @internal */
export function rangeOf(range: { readonly [key: string]: Json }): {
  readonly from: Json;
  readonly to: Json;
} {
  const from = getOwn(range, 'start');
  const to = getOwn(range, 'end');
  if (from === undefined || to === undefined) throw notIntegers();
  return { from, to };
}

function notIntegers(): JqError {
  return new JqError('Array/string slice indices must be integers');
}

/** The error of an index of the wrong type. @internal */
export function cannotIndex(value: Json, key: Json): JqError {
  const name = typeName(key);
  const detail =
    typeof key === 'string' ? `string ${JSON.stringify(key)}` : name;
  return new JqError(`Cannot index ${typeName(value)} with ${detail}`);
}

/** jq's `value[from:to]`: strings by code point. @internal */
export function sliceValue(value: Json, from: Json, to: Json, run: Run): Json {
  if (value === null) return null;
  if (typeof value === 'string') return sliceText(value, from, to, run);
  if (!isArray(value)) {
    throw new JqError(`Cannot index ${typeName(value)} with object`);
  }
  const { start, end } = sliceBounds(value.length, from, to);
  run.step(4);
  run.build(48 + 8 * (end - start));
  return value.slice(start, end);
}

function sliceText(text: string, from: Json, to: Json, run: Run): string {
  run.step(1 + text.length / 16);
  run.build(2 * text.length);
  if (!/[\ud800-\udfff]/.test(text)) {
    const { start, end } = sliceBounds(text.length, from, to);
    return text.slice(start, end);
  }
  const characters = Array.from(text);
  const { start, end } = sliceBounds(characters.length, from, to);
  return characters.slice(start, end).join('');
}

/** The first index and the one behind the last of a slice. @internal */
export function sliceBounds(
  length: number,
  from: Json,
  to: Json,
): { readonly start: number; readonly end: number } {
  const start = Math.floor(bound(from, 0, length));
  const end = Math.ceil(bound(to, length, length));
  return { start, end: Math.max(start, Math.min(end, length)) };
}

function bound(value: Json, absent: number, length: number): number {
  if (value === null) return absent;
  if (typeof value !== 'number') {
    throw notIntegers();
  }
  if (Number.isNaN(value)) return absent;
  const fromStart = value < 0 ? value + length : value;
  return Math.min(Math.max(fromStart, 0), length);
}

/** Where `part` begins in `array`. @internal */
export function indicesOf(
  array: JsonArray,
  part: JsonArray,
  run: Run,
): number[] {
  const found: number[] = [];
  if (part.length === 0) return found;
  for (let at = 0; at + part.length <= array.length; at += 1) {
    run.step(1);
    if (part.every((item, i) => compare(array[at + i], item, run) === 0)) {
      run.build(16);
      found.push(at);
    }
  }
  return found;
}

/** The items of an array or the values of an object. @internal */
export function itemsOf(value: Json): JsonArray {
  if (isArray(value)) return value;
  if (isObject(value)) return Object.values(value);
  const detail = value === null ? 'null' : quotePreview(value);
  throw new JqError(`Cannot iterate over ${typeName(value)} (${detail})`);
}
