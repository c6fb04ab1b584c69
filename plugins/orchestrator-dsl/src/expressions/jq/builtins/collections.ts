import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import { deletePaths, requireKeys } from '../paths/deletePaths';
import { Draft } from '../paths/Draft';
import { indexValue, itemsOf } from '../paths/access';
import type { Run } from '../Run';
import { equals } from '../values/compare';
import { describe, unfit, unfitPair } from '../values/describe';
import { getOwn, setOwn, sortedKeys } from '../values/objects';
import {
  isArray,
  isObject,
  isTruthy,
  typeName,
  type JsonArray,
  type JsonObject,
  type MutableObject,
} from '../values/types';
import { textOf } from '../values/jsonText';
import type { Plains } from './Builtin';

/** Functions of arrays, objects and values of any type. @internal */
export const collections: Plains = {
  'not/0': (_run, input) => !isTruthy(input),
  'type/0': (_run, input) => typeName(input),
  'length/0': length,
  'keys/0': (run, input) => keysOf(run, input, sortedKeys),
  'keys_unsorted/0': (run, input) => keysOf(run, input, Object.keys),
  'has/1': (_run, input, key) => has(input, key),
  'contains/1': (run, input, part) => contains(run, input, part),
  'add/0': (run, input) => {
    return sumOf(itemsOf(input), run);
  },
  'flatten/0': (run, input) => flatten(run, input, Infinity),
  'flatten/1': (run, input, depth) => flatten(run, input, depth),
  'reverse/0': reverse,
  'to_entries/0': toEntries,
  'from_entries/0': fromEntries,
  'setpath/2': (run, input, path, value) =>
    new Draft(run).set(input, requireKeys(path), value),
  'delpaths/1': (run, input, paths) => deletePaths(input, paths, run),
  'transpose/0': transpose,
  'toarray/0': (_run, input) => (isArray(input) ? input : [input]),
};

function sumOf(items: JsonArray, run: Run): Json {
  const draft = new Draft(run);
  let sum: Json = null;
  for (const item of items) {
    run.step(1);
    sum = draft.sum(sum, item);
  }
  return sum;
}

function length(run: Run, input: Json): Json {
  if (input === null) return 0;
  if (typeof input === 'number') return Math.abs(input);
  if (typeof input === 'boolean') throw unfit(input, 'has no length');
  if (typeof input === 'string') return codePoints(run, input);
  return isArray(input) ? input.length : Object.keys(input).length;
}

function codePoints(run: Run, text: string): number {
  run.step(1 + text.length / 16);
  return (
    text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
  );
}

function keysOf(
  run: Run,
  input: Json,
  keysOfObject: (object: JsonObject) => string[],
): Json {
  if (isArray(input)) {
    run.step(input.length);
    run.build(16 * input.length);
    return Array.from(input.keys());
  }
  if (!isObject(input)) throw unfit(input, 'has no keys');
  const keys = keysOfObject(input);
  run.step(keys.length);
  run.build(16 * keys.length);
  return keys;
}

function has(input: Json, key: Json): boolean {
  if (isObject(input) && typeof key === 'string') {
    return getOwn(input, key) !== undefined;
  }
  if (isArray(input) && typeof key === 'number') {
    const index = Math.trunc(key);
    return index >= 0 && index < input.length;
  }
  if (input === null && typeof key !== 'object') return false;
  throw new JqError(
    `Cannot check whether ${typeName(input)} has a ${typeName(key)} key`,
  );
}

function contains(run: Run, input: Json, part: Json): boolean {
  run.step(1);
  if (isObject(input) && isObject(part)) {
    return within(run, () =>
      Object.keys(part).every(key => {
        const value = getOwn(input, key);
        return value !== undefined && containsOrEquals(run, value, part[key]);
      }),
    );
  }
  if (isArray(input) && isArray(part)) {
    return within(run, () =>
      part.every(item =>
        input.some(candidate => containsOrEquals(run, candidate, item)),
      ),
    );
  }
  if (typeof input === 'string' && typeof part === 'string') {
    run.step(1 + input.length / 16);
    return input.includes(part);
  }
  if (typeName(input) === typeName(part)) return equals(input, part, run);
  throw unfitPair(input, part, 'cannot have their containment checked');
}

/** Inside of arrays and objects, values of different types are just not contained in each other. */
function containsOrEquals(run: Run, input: Json, part: Json): boolean {
  return typeName(input) === typeName(part) && contains(run, input, part);
}

function within<T>(run: Run, work: () => T): T {
  run.enter();
  const result = work();
  run.depth -= 1;
  return result;
}

function flatten(run: Run, input: Json, depth: Json): Json {
  if (typeof depth !== 'number')
    throw new JqError('flatten depth must not be negative');
  if (depth < 0) throw new JqError('flatten depth must not be negative');
  const flat: Json[] = [];
  flattenInto(flat, itemsOf(input), depth, run);
  return flat;
}

function flattenInto(
  flat: Json[],
  items: JsonArray,
  depth: number,
  run: Run,
): void {
  run.enter();
  for (const item of items) {
    run.step(1);
    if (isArray(item) && depth !== 0) flattenInto(flat, item, depth - 1, run);
    else {
      run.build(24);
      flat.push(item);
    }
  }
  run.depth -= 1;
}

function reverse(run: Run, input: Json): Json {
  if (typeof input === 'string') {
    run.step(1 + input.length);
    run.build(16 * input.length);
    return Array.from(input).reverse().join('');
  }
  if (isArray(input)) {
    run.build(8 * input.length + 32);
    return input.toReversed();
  }
  if (length(run, input) === 0) return [];
  return indexValue(input, 0, run);
}

function toEntries(run: Run, input: Json): Json {
  const keys = keysOf(run, input, Object.keys);
  const entries: Json[] = [];
  for (const key of isArray(keys) ? keys : []) {
    run.build(96);
    entries.push({ key, value: indexValue(input, key, run) });
  }
  return entries;
}

function fromEntries(run: Run, input: Json): Json {
  const object: MutableObject = {};
  for (const entry of itemsOf(input)) {
    run.step(1);
    run.build(32);
    setOwn(object, entryKey(entry, run), entryValue(entry, run));
  }
  return object;
}

function entryKey(entry: Json, run: Run): string {
  const key = firstPresent(
    entry,
    ['key', 'k', 'name', 'Name', 'K', 'Key'],
    run,
  );
  if (typeof key === 'string') return key;
  if (typeof key === 'number' || typeof key === 'boolean') {
    return textOf(key, run);
  }
  throw new JqError(`Cannot use ${describe(key)} as object key`);
}

function entryValue(entry: Json, run: Run): Json {
  return firstPresent(entry, ['value', 'v', 'Value', 'V'], run);
}

/** The first of the keys whose value is not null. */
function firstPresent(entry: Json, keys: readonly string[], run: Run): Json {
  for (const key of keys) {
    const value = indexValue(entry, key, run);
    if (value !== null) return value;
  }
  return null;
}

function transpose(run: Run, input: Json): Json {
  const rows = itemsOf(input);
  const width = rows.reduce<number>((widest, row) => {
    const size = length(run, row);
    return Math.max(widest, typeof size === 'number' ? size : 0);
  }, 0);
  run.step(width * rows.length);
  run.build(16 * width * (rows.length + 1));
  return Array.from({ length: width }, (_, column) =>
    rows.map(row => indexValue(row, column, run)),
  );
}
