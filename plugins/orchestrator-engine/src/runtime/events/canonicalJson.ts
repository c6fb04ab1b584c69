import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** JSON text that is the same for equal values: members of objects in order of their names. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, (_name, member) =>
    isObject(member) ? sorted(member) : member,
  );
}

function isObject(value: unknown): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(object: { readonly [name: string]: Json }) {
  return Object.fromEntries(
    Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
