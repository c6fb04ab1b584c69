import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** The value if it is an object: the API presents no others where it says that it presents one. */
export function objectOf(
  value: Json | undefined,
): { [key: string]: Json } | undefined {
  return isObject(value) ? { ...value } : undefined;
}

function isObject(
  value: Json | undefined,
): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
