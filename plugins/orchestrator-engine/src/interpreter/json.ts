import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** An object, as JSON has it. */
export type JsonObject = { readonly [name: string]: Json };

/** A value as text: text as it is, anything else as JSON. */
export function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Whether a value is an object, and not a list. */
export function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A value as JSON has it: members without a value are not there. @throws TypeError for what JSON cannot say, such as a cycle */
export function jsonOf(value: object): Json {
  return JSON.parse(JSON.stringify(value));
}
