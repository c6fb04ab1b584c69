import type { Json } from '../../Json';
import type { Run } from './Run';
import { setOwn } from './values/objects';
import { isArray, type JsonObject, type MutableObject } from './values/types';

/** Values built of less than this cannot have grown beyond measure. */
const HARMLESS_BYTES = 1_000;

/**
 * A result as JSON can express it; pays for its text.
 *
 * Parts that are in a value several times are built once but written each time: forty steps of `[., .]` take little memory
 * and make a text that nothing can hold. And as jq prints them, numbers beyond the largest become the largest, what is
 * not a number null.
 *
 * @throws ExpressionBudgetError when it is too large or too deep to be written
 * @internal
 */
export function printable(value: Json, run: Run): Json {
  if (run.bytesBuilt > HARMLESS_BYTES) measure(value, run);
  return run.hasLeftJson ? withFiniteNumbers(value) : value;
}

function measure(value: Json, run: Run): void {
  if (typeof value === 'string') {
    run.build(value.length);
  } else if (typeof value === 'object' && value !== null) {
    run.enter();
    const items = Object.values(value);
    run.step(4 + 2 * items.length);
    run.build(24 * items.length);
    for (const item of items) measure(item, run);
    run.depth -= 1;
  }
}

function withFiniteNumbers(value: Json): Json {
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'object' || value === null) return value;
  return isArray(value) ? value.map(withFiniteNumbers) : finiteEntries(value);
}

function finite(value: number): number | null {
  if (Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return null;
  return value < 0 ? -Number.MAX_VALUE : Number.MAX_VALUE;
}

function finiteEntries(object: JsonObject): Json {
  const copy: MutableObject = {};
  for (const key of Object.keys(object)) {
    setOwn(copy, key, withFiniteNumbers(object[key]));
  }
  return copy;
}
