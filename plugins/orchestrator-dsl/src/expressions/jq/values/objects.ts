import type { Json } from '../../../Json';
import { compareStrings } from './compareStrings';
import type { JsonObject, MutableObject } from './types';

const inherited = new Set<string>(Object.getOwnPropertyNames(Object.prototype));

/** Whether every object seems to have the key, so that only `Object.hasOwn` tells. @internal */
export function isInheritedKey(key: string): boolean {
  return inherited.has(key);
}

/** The value of a key, `undefined` when the object itself does not have it. @internal */
export function getOwn(object: JsonObject, key: string): Json | undefined {
  if (inherited.has(key) && !Object.hasOwn(object, key)) return undefined;
  return object[key];
}

/** Sets a key, whatever it is called. @internal */
export function setOwn(object: MutableObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    object[key] = value;
  }
}

/** The keys in the order in which jq sorts them: by code point. @internal */
export function sortedKeys(object: JsonObject): string[] {
  return Object.keys(object).sort(compareStrings);
}
