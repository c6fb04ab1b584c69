import type { Json } from '../../../Json';
import type { ArithmeticOperator } from '../language/SyntaxTree';
import type { Run } from '../Run';
import { equals } from './compare';
import { unfitPair } from './describe';
import { getOwn, setOwn } from './objects';
import {
  isArray,
  isObject,
  type JsonArray,
  type JsonObject,
  type MutableObject,
} from './types';
import { splitText } from './splitText';

/** Joining arrays costs about as much as so many operators. */
const CONCATENATION_STEPS = 10;

/** @internal */
export type Operation = (left: Json, right: Json, run: Run) => Json;

/** The number, having taken note when JSON cannot express it. @internal */
export function checked(value: number, run: Run): number {
  if (value - value !== 0) run.hasLeftJson = true;
  return value;
}

/** jq's `+`. @internal */
export function add(left: Json, right: Json, run: Run): Json {
  if (typeof left === 'number' && typeof right === 'number') {
    return checked(left + right, run);
  }
  if (typeof left === 'string' && typeof right === 'string') {
    run.build(2 * (left.length + right.length) + 16);
    return left + right;
  }
  if (left === null) return right;
  if (right === null) return left;
  if (isArray(left) && isArray(right)) {
    run.step(CONCATENATION_STEPS);
    run.build(8 * (left.length + right.length) + 48);
    return left.concat(right);
  }
  if (isObject(left) && isObject(right)) return merge(left, right, run);
  throw unfitPair(left, right, 'cannot be added');
}

function merge(left: JsonObject, right: JsonObject, run: Run): Json {
  const merged = { ...left, ...right };
  const size = Object.keys(merged).length;
  run.step(size);
  run.build(24 * size + 32);
  return merged;
}

function subtract(left: Json, right: Json, run: Run): Json {
  if (typeof left === 'number' && typeof right === 'number') {
    return checked(left - right, run);
  }
  if (isArray(left) && isArray(right)) return without(left, right, run);
  throw unfitPair(left, right, 'cannot be subtracted');
}

function without(left: JsonArray, right: JsonArray, run: Run): Json {
  const remaining = left.filter(item => {
    run.step(1 + right.length);
    return !right.some(other => equals(item, other, run));
  });
  run.build(8 * remaining.length + 32);
  return remaining;
}

function multiply(left: Json, right: Json, run: Run): Json {
  if (typeof left === 'number' && typeof right === 'number') {
    return checked(left * right, run);
  }
  if (typeof left === 'string' && typeof right === 'number') {
    return repeat(left, right, run);
  }
  if (typeof left === 'number' && typeof right === 'string') {
    return repeat(right, left, run);
  }
  if (isObject(left) && isObject(right)) return mergeDeep(left, right, run);
  throw unfitPair(left, right, 'cannot be multiplied');
}

function repeat(text: string, count: number, run: Run): Json {
  if (!(count >= 0)) return null;
  run.build(2 * text.length * count + 16);
  return text.repeat(count);
}

function mergeDeep(left: JsonObject, right: JsonObject, run: Run): Json {
  run.enter();
  const merged: MutableObject = { ...left };
  const keys = Object.keys(right);
  const size = Object.keys(left).length + keys.length;
  run.step(size);
  run.build(24 * size + 32);
  for (const key of keys) {
    const before = getOwn(left, key);
    const after = right[key];
    const isDeeper =
      before !== undefined && isObject(before) && isObject(after);
    setOwn(merged, key, isDeeper ? mergeDeep(before, after, run) : after);
  }
  run.depth -= 1;
  return merged;
}

function divide(left: Json, right: Json, run: Run): Json {
  if (typeof left === 'number' && typeof right === 'number') {
    if (right !== 0) return checked(left / right, run);
    throw unfitPair(
      left,
      right,
      'cannot be divided because the divisor is zero',
    );
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return splitText(left, right, run);
  }
  throw unfitPair(left, right, 'cannot be divided');
}

function remainder(left: Json, right: Json, run: Run): Json {
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw unfitPair(left, right, 'cannot be divided (remainder)');
  }
  if (Number.isNaN(left) || Number.isNaN(right)) return checked(NaN, run);
  const divisor = toInteger(right);
  if (divisor === 0n) {
    throw unfitPair(
      left,
      right,
      'cannot be divided (remainder) because the divisor is zero',
    );
  }
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
    return (left % right) + 0;
  }
  return Number(toInteger(left) % divisor);
}

const LARGEST = 2n ** 63n - 1n;

/** As C casts a double to a 64-bit integer, saturating. */
function toInteger(value: number): bigint {
  if (value >= 2 ** 63) return LARGEST;
  if (value <= -(2 ** 63)) return -LARGEST - 1n;
  return BigInt(Math.trunc(value));
}

/** @internal */
export const ARITHMETIC: { readonly [O in ArithmeticOperator]: Operation } = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
};
