import type { Json } from '../../../Json';
import { add } from '../values/arithmetic';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { getOwn, setOwn } from '../values/objects';
import {
  isArray,
  isObject,
  typeName,
  type JsonArray,
  type JsonObject,
  type MutableObject,
} from '../values/types';
import { getPath } from './getPath';
import { cannotIndex, indexValue, rangeOf, sliceBounds } from './access';

/** jq's limit; also far beyond the budget. */
const MAX_INDEX = 536870911;

/**
 * A value that is changed at several paths, one after the other.
 *
 * Each array and object is copied at its first change only; the copies belong to the draft, until they are handed out.
 * So changing each of n items costs n, not n².
 *
 * @internal
 */
export class Draft {
  readonly #ownArrays = new Set<JsonArray>();
  readonly #ownObjects = new Set<JsonObject>();

  constructor(private readonly run: Run) {}

  /** Makes all changes so far final: what was copied may now be in use elsewhere. */
  release(): void {
    this.#ownArrays.clear();
    this.#ownObjects.clear();
  }

  /** Whether the draft would change the value in place. */
  owns(value: Json): boolean {
    return isArray(value)
      ? this.#ownArrays.has(value)
      : isObject(value) && this.#ownObjects.has(value);
  }

  /** The root with `value` at the path; arrays and objects on the way there are made. */
  set(root: Json, keys: readonly Json[], value: Json): Json {
    return this.#change(root, keys, 0, () => value);
  }

  /** The root without what is at the path; as it is when there is nothing. */
  delete(root: Json, keys: readonly Json[]): Json {
    if (keys.length === 0) return null;
    const parentKeys = keys.slice(0, -1);
    const key = keys[keys.length - 1];
    const parent = parentKeys.reduce<Json>(
      (value, step) =>
        value === null ? null : indexValue(value, step, this.run),
      root,
    );
    if (parent === null) return root;
    return this.#change(root, parentKeys, 0, value =>
      this.#without(value, key),
    );
  }

  /** The root with `value` added to what is at the path; in place if that belongs to the draft. */
  plus(root: Json, keys: readonly Json[], value: Json): Json {
    const before = getPath(root, keys, this.run);
    return this.set(root, keys, this.sum(before, value));
  }

  /** jq's `+`, at the cost of `value` only if `sum` belongs to the draft. */
  sum(sum: Json, value: Json): Json {
    if (typeof sum === 'string' && typeof value === 'string') {
      this.run.build(2 * value.length + 32);
      return sum + value;
    }
    if (isArray(sum) && isArray(value)) return this.#append(sum, value);
    if (isObject(sum) && isObject(value)) return this.#assign(sum, value);
    return add(sum, value, this.run);
  }

  #append(array: JsonArray, items: JsonArray): Json {
    const own = this.#ownArray(array, items.length);
    for (const item of items) own.push(item);
    return own;
  }

  #assign(object: JsonObject, entries: JsonObject): Json {
    const own = this.#ownObject(object);
    for (const key of Object.keys(entries))
      this.#setKey(own, key, entries[key]);
    return own;
  }

  #change(
    value: Json,
    keys: readonly Json[],
    depth: number,
    replace: (value: Json) => Json,
  ): Json {
    if (depth === keys.length) return replace(value);
    this.run.step(1);
    const key = keys[depth];
    const change = (part: Json) => this.#change(part, keys, depth + 1, replace);
    if (typeof key === 'string' && (value === null || isObject(value))) {
      return this.#changeEntry(value ?? {}, key, change);
    }
    if (value === null || isArray(value)) {
      if (typeof key === 'number') {
        return this.#changeItem(value ?? [], key, change);
      }
      if (isObject(key)) return this.#changeSlice(value, key, change);
      if (isArray(value) && isArray(key)) {
        throw new JqError('Cannot update field at array index of array');
      }
    }
    if (typeof value === 'string' && isObject(key)) {
      throw new JqError('Cannot update string slices');
    }
    throw cannotIndex(value, key);
  }

  #changeEntry(
    object: JsonObject,
    key: string,
    change: (part: Json) => Json,
  ): Json {
    const part = change(getOwn(object, key) ?? null);
    const own = this.#ownObject(object);
    this.#setKey(own, key, part);
    return own;
  }

  #setKey(object: MutableObject, key: string, value: Json): void {
    this.run.step(1);
    if (getOwn(object, key) === undefined) this.run.build(24);
    setOwn(object, key, value);
  }

  #changeItem(
    array: JsonArray,
    key: number,
    change: (part: Json) => Json,
  ): Json {
    const whole = Math.trunc(key);
    const index = whole < 0 ? whole + array.length : whole;
    if (index < 0) throw new JqError('Out of bounds negative array index');
    if (index > MAX_INDEX) throw new JqError('Array index too large');
    const part = change(array[index] ?? null);
    const growth = Math.max(0, index + 1 - array.length);
    const own = this.#ownArray(array, growth);
    while (own.length < index) own.push(null);
    own[index] = part;
    return own;
  }

  #changeSlice(
    array: JsonArray | null,
    range: JsonObject,
    change: (part: Json) => Json,
  ): Json {
    const { from, to } = rangeOf(range);
    const items = array ?? [];
    const { start, end } = sliceBounds(items.length, from, to);
    const part = change(array && items.slice(start, end));
    if (!isArray(part)) {
      throw new JqError(
        'A slice of an array can only be assigned another array',
      );
    }
    this.run.build(8 * (items.length + part.length) + 32);
    return [...items.slice(0, start), ...part, ...items.slice(end)];
  }

  #without(value: Json, key: Json): Json {
    if (value === null) return null;
    if (isArray(value)) return this.#withoutItem(value, key);
    if (!isObject(value)) {
      throw new JqError(`Cannot delete fields from ${typeName(value)}`);
    }
    if (typeof key !== 'string') {
      throw new JqError('Cannot delete field at array index of object');
    }
    const own = this.#ownObject(value);
    delete own[key];
    return own;
  }

  #withoutItem(array: JsonArray, key: Json): Json {
    if (isObject(key)) {
      const { from, to } = rangeOf(key);
      const { start, end } = sliceBounds(array.length, from, to);
      return this.#spliced(array, start, end - start);
    }
    if (typeof key !== 'number') {
      throw new JqError('Cannot delete field at object index of array');
    }
    const whole = Math.trunc(key);
    const index = whole < 0 ? whole + array.length : whole;
    const exists = index >= 0 && index < array.length;
    return exists ? this.#spliced(array, index, 1) : array;
  }

  #spliced(array: JsonArray, start: number, count: number): Json {
    const own = this.#ownArray(array, 0);
    this.run.step(1 + (own.length - start) / 64);
    own.splice(start, count);
    return own;
  }

  /** The array itself if it belongs to the draft, else a copy; with `growth` more items paid for. */
  #ownArray(array: JsonArray, growth: number): Json[] {
    this.run.build(24 * growth);
    if (this.#isOwnArray(array)) return array;
    this.run.step(array.length / 16);
    this.run.build(8 * array.length + 32);
    const own = array.slice();
    this.#ownArrays.add(own);
    return own;
  }

  #ownObject(object: JsonObject): MutableObject {
    if (this.#isOwnObject(object)) return object;
    const own = copyOf(object);
    const size = Object.keys(own).length;
    this.run.step(size);
    this.run.build(24 * size + 32);
    this.#ownObjects.add(own);
    return own;
  }

  #isOwnArray(array: JsonArray): array is Json[] {
    return this.#ownArrays.has(array);
  }

  #isOwnObject(object: JsonObject): object is MutableObject {
    return this.#ownObjects.has(object);
  }
}

/** Spread, unlike `Object.assign`, makes a key called `__proto__` an ordinary one. */
function copyOf(object: JsonObject): MutableObject {
  return { ...object };
}
