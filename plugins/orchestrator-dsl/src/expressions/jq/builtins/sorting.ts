import type { Json } from '../../../Json';
import type { Code, Env } from '../compile/Code';
import { collect } from '../compile/compileConstruction';
import { computed } from '../compile/Code';
import { indexValue, itemsOf } from '../paths/access';
import { locate } from '../JqError';
import type { Run } from '../Run';
import { compare } from '../values/compare';
import { unfit, unfitPair } from '../values/describe';
import { isArray, type JsonArray } from '../values/types';
import type { Plains, Special, Specials } from './Builtin';

/** Functions of order, by the value itself. @internal */
export const sorting: Plains = {
  'sort/0': (run, input) => values(sorted(selfKeyed(input, run), run)),
  'unique/0': (run, input) => firsts(sorted(selfKeyed(input, run), run), run),
  'min/0': (run, input) => least(iterable(selfKeyed, input, run), run),
  'max/0': (run, input) => greatest(iterable(selfKeyed, input, run), run),
  'bsearch/1': search,
};

/** Functions of order, by the results of an expression for each item. @internal */
export const sortingBy: Specials = {
  'sort_by/1': by((items, run) => values(sorted(items, run))),
  'group_by/1': by((items, run) => groups(sorted(items, run), run)),
  'unique_by/1': by((items, run) => firsts(sorted(items, run), run)),
  'min_by/1': by(least),
  'max_by/1': by(greatest),
};

interface Keyed {
  readonly key: Json;
  readonly value: Json;
}

function by(finish: (items: Keyed[], run: Run) => Json): Special {
  return ({ args, scope, at }) => {
    const key = scope.compile(args[0]);
    return computed((input, env, run) => {
      try {
        return finish(keyed(input, key, env, run), run);
      } catch (error) {
        throw locate(error, at);
      }
    });
  };
}

function keyed(
  input: Json,
  key: Code,
  env: Env | undefined,
  run: Run,
): Keyed[] {
  const items = itemsOf(input).map(value => {
    run.build(64);
    return { value, key: keyOf(key, value, env, run) };
  });
  requireArray(input);
  return items;
}

/** Several results are compared one after the other. */
function keyOf(key: Code, value: Json, env: Env | undefined, run: Run): Json {
  return key.one ? key.one(value, env, run) : collect(key, value, env, run);
}

function selfKeyed(input: Json, run: Run): Keyed[] {
  return requireArray(input).map(value => {
    run.build(64);
    return { key: value, value };
  });
}

function requireArray(input: Json): JsonArray {
  if (isArray(input)) return input;
  throw unfit(input, 'cannot be sorted, as it is not an array');
}

function iterable(
  read: (input: Json, run: Run) => Keyed[],
  input: Json,
  run: Run,
): Keyed[] {
  if (isArray(input)) return read(input, run);
  throw unfitPair(input, input, 'cannot be iterated over');
}

function sorted(items: Keyed[], run: Run): Keyed[] {
  return items.sort((left, right) => {
    run.step(1);
    return compare(left.key, right.key, run);
  });
}

function values(items: readonly Keyed[]): Json {
  return items.map(item => item.value);
}

function groups(items: readonly Keyed[], run: Run): Json {
  const found: Json[][] = [];
  let previous: Keyed | undefined;
  for (const item of items) {
    if (previous && compare(previous.key, item.key, run) === 0) {
      found[found.length - 1].push(item.value);
    } else {
      run.build(64);
      found.push([item.value]);
    }
    previous = item;
  }
  return found;
}

function firsts(items: readonly Keyed[], run: Run): Json {
  return items
    .filter(
      (item, index) =>
        index === 0 || compare(items[index - 1].key, item.key, run) !== 0,
    )
    .map(item => item.value);
}

/** The first of the least. */
function least(items: readonly Keyed[], run: Run): Json {
  return extreme(items, order => order < 0, run);
}

/** The last of the greatest. */
function greatest(items: readonly Keyed[], run: Run): Json {
  return extreme(items, order => order >= 0, run);
}

function extreme(
  items: readonly Keyed[],
  isBetter: (order: number) => boolean,
  run: Run,
): Json {
  let best: Keyed | undefined;
  for (const item of items) {
    run.step(1);
    if (!best || isBetter(compare(item.key, best.key, run))) best = item;
  }
  return best?.value ?? null;
}

/** The index of the target in a sorted array; where it would be, as -1 - index, when it is not there. */
function search(run: Run, input: Json, target: Json): Json {
  if (!isArray(input)) return indexValue(input, 0, run);
  let low = 0;
  let high = input.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    run.step(1);
    if (compare(input[middle], target, run) < 0) low = middle + 1;
    else high = middle;
  }
  const isFound = low < input.length && compare(input[low], target, run) === 0;
  return isFound ? low : -1 - low;
}
