import type { Json } from './Json';

type JsonObject = { readonly [name: string]: Json };

/** The pointer of a member (RFC 6901). @internal */
export function childPointer(pointer: string, key: string | number): string {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${pointer}/${key}`;
  const token = key.replace(/~/g, '~0').replace(/\//g, '~1');
  return `${pointer}/${token}`;
}

/** Whether text is a JSON pointer (RFC 6901). @internal */
export function isJsonPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
}

/** The keys a pointer names, outermost first. @internal */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(token => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/**
 * The value a JSON pointer names.
 *
 * @returns `undefined` when there is none
 * @public
 */
export function valueAt(value: Json, pointer: string): Json | undefined {
  return pointerKeys(pointer).reduce(memberOf, value as Json | undefined);
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const isMember = Object.prototype.propertyIsEnumerable.call(value, key);
  return isMember ? (value as JsonObject)[key] : undefined;
}
