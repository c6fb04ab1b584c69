import type { Json } from '../../Json';

/** A schema that is an object, as all of the language's own are. @internal */
export type Schema = { readonly [keyword: string]: Json };

/** Schemas of properties by name. @internal */
export type Properties = { readonly [name: string]: Schema };

/** An object that has these properties and no others. @internal */
export function closedObject(
  description: string,
  properties: Properties,
  required: readonly string[] = [],
): Schema {
  return {
    type: 'object',
    description,
    properties,
    required,
    additionalProperties: false,
  };
}

/** An object whose members have names that its author chooses. @internal */
export function namedParts(description: string, part: Schema): Schema {
  return { type: 'object', description, additionalProperties: part };
}

/** @internal */
export function listOf(description: string, items: Schema): Schema {
  return { type: 'array', description, items };
}

/** @internal */
export function text(description: string, pattern?: string): Schema {
  return { type: 'string', description, ...(pattern ? { pattern } : {}) };
}

/** @internal */
export function choice(
  description: string,
  values: readonly string[],
  defaultValue?: string,
): Schema {
  return {
    type: 'string',
    description,
    enum: values,
    ...(defaultValue ? { default: defaultValue } : {}),
  };
}

/** @internal */
export function flag(description: string, defaultValue: boolean): Schema {
  return { type: 'boolean', description, default: defaultValue };
}

/** A part of the language by its name among the definitions. @internal */
export function partOf(name: string, description?: string): Schema {
  const $ref = `#/$defs/${name}`;
  return description ? { $ref, description } : { $ref };
}

/** Exactly one of the properties must be there. @internal */
export function exactlyOne(names: readonly string[]): Schema {
  return { oneOf: names.map(name => ({ required: [name] })) };
}

/** At least one of the properties must be there. @internal */
export function atLeastOne(names: readonly string[]): Schema {
  return { anyOf: names.map(name => ({ required: [name] })) };
}
