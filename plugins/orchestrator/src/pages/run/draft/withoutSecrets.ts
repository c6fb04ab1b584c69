import type { JsonObject, JsonValue } from '@backstage/types';
import type { InputSchema } from '../../../components/form/schemaValidator';

/** What is hidden because of its name alone. */
const TELLING_NAME =
  /passw|secret|token|credential|api[-_]?key|private[-_]?key|authorization/i;

/**
 * An input without what is nobody's business: values that the schema calls a password or write-only, and values whose names say
 * that they are secrets, wherever they stand.
 */
export function withoutSecrets(
  input: JsonObject,
  schema: InputSchema = {},
): JsonObject {
  return withoutNamed(input, secretNames(schema));
}

function withoutNamed(
  value: JsonObject,
  names: ReadonlySet<string>,
): JsonObject {
  const kept = Object.entries(value).filter(
    ([name]) => !names.has(name) && !TELLING_NAME.test(name),
  );
  return Object.fromEntries(
    kept.map(([name, inner]) => [name, innerWithout(inner, names)]),
  );
}

function innerWithout(
  value: JsonValue | undefined,
  names: ReadonlySet<string>,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.map(item => innerWithout(item, names) ?? null);
  }
  const isObject = typeof value === 'object' && value !== null;
  return isObject ? withoutNamed(value, names) : value;
}

/** Names of the properties that a schema calls secret anywhere, its conditions and alternatives included. */
function secretNames(schema: InputSchema): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      if (key === 'properties') secretOf(inner, schema, names);
      visit(inner);
    }
  };
  visit(schema);
  return names;
}

function secretOf(properties: unknown, root: InputSchema, into: Set<string>) {
  for (const [name, property] of Object.entries(properties ?? {})) {
    if (isSecret(resolved(property, root))) into.add(name);
  }
}

function isSecret(property: object): boolean {
  const said = new Map<string, unknown>(Object.entries(property));
  return (
    said.get('writeOnly') === true ||
    said.get('format') === 'password' ||
    said.get('ui:widget') === 'password' ||
    said.get('ui:field') === 'Secret'
  );
}

/** A property with what it refers to within the same schema. */
function resolved(property: unknown, root: InputSchema): object {
  if (typeof property !== 'object' || property === null) return {};
  const name =
    '$ref' in property
      ? /^#\/(?:\$defs|definitions)\/(.+)$/.exec(String(property.$ref))?.[1]
      : undefined;
  if (name === undefined) return property;
  const target = root.$defs?.[name] ?? root.definitions?.[name];
  return typeof target === 'object' ? { ...target, ...property } : property;
}
