import type { Json } from '../../../Json';
import type { Run } from '../Run';
import { compareStrings } from './compareStrings';
import { getOwn, sortedKeys } from './objects';
import { isArray, isObject, type JsonArray, type JsonObject } from './types';

/**
 * jq's order of all values: null, false, true, numbers, strings, arrays, objects.
 *
 * `nan` is below every number, itself included.
 *
 * @returns negative, zero or positive
 * @internal
 */
export function compare(left: Json, right: Json, run: Run): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return compareNumbers(left, right);
  }
  if (typeof left === 'string' && typeof right === 'string') {
    run.step(1 + Math.min(left.length, right.length) / 64);
    return compareStrings(left, right);
  }
  if (isArray(left) && isArray(right)) return compareArrays(left, right, run);
  if (isObject(left) && isObject(right)) {
    return compareObjects(left, right, run);
  }
  return rank(left) - rank(right);
}

/** jq's `==`. @internal */
export function equals(left: Json, right: Json, run: Run): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') {
    return left === right;
  }
  return compare(left, right, run) === 0;
}

function compareNumbers(left: number, right: number): number {
  if (left < right || Number.isNaN(left)) return -1;
  return left === right ? 0 : 1;
}

function rank(value: Json): number {
  if (value === null) return 0;
  if (value === false) return 1;
  if (value === true) return 2;
  if (typeof value === 'number') return 3;
  if (typeof value === 'string') return 4;
  return isArray(value) ? 5 : 6;
}

function compareArrays(left: JsonArray, right: JsonArray, run: Run): number {
  run.enter();
  run.step(3);
  const length = Math.min(left.length, right.length);
  let order = 0;
  for (let index = 0; index < length && order === 0; index += 1) {
    run.step(1);
    order = compare(left[index], right[index], run);
  }
  run.depth -= 1;
  return order || left.length - right.length;
}

/** First the sorted keys, like arrays; then the values in the order of the keys. */
function compareObjects(left: JsonObject, right: JsonObject, run: Run): number {
  run.enter();
  const keys = sortedKeys(left);
  run.step(keys.length + 1);
  let order = compareArrays(keys, sortedKeys(right), run);
  for (let index = 0; index < keys.length && order === 0; index += 1) {
    const key = keys[index];
    order = compare(getOwn(left, key) ?? null, getOwn(right, key) ?? null, run);
  }
  run.depth -= 1;
  return order;
}
