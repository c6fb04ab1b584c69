import type { InputSchema } from '../../components/form/schemaValidator';

/** One field of a workflow's input, for an overview. */
export interface InputField {
  /** Names from the root of the input, joined by dots. */
  readonly name: string;
  readonly title?: string;
  /** E.g. `string`, `array of string`, `one of red, green`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly description?: string;
}

/** The fields that a schema names, those of nested objects included, in its order. */
export function fieldsOf(
  schema: InputSchema,
  parent = '',
): readonly InputField[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (typeof property !== 'object') return [];
    const name = parent ? `${parent}.${key}` : key;
    const field: InputField = {
      name,
      title: property.title,
      type: typeText(property),
      isRequired: required.has(key),
      description: property.description,
    };
    return [field, ...fieldsOf(property, name)];
  });
}

function typeText(schema: InputSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  const { items } = schema;
  if (
    schema.type === 'array' &&
    typeof items === 'object' &&
    !Array.isArray(items)
  ) {
    return `array of ${typeText(items)}`;
  }
  const types = [schema.type ?? 'any'].flat().join(' or ');
  return schema.format ? `${types} (${schema.format})` : types;
}
