import type { Json } from '@stagecraft/backstage-plugin-orchestrator-dsl';

/** A JSON value that has members. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether it is an object: neither a list nor `null`. */
export function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The value where it has members, else none: for documents of others, which need not be what they should. */
export function objectOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The value where it is a list, else an empty one. */
export function listOr(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value where it is text. */
export function textOr<T>(value: Json | undefined, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise;
}
