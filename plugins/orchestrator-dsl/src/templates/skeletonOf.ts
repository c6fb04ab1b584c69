import type { Json } from '../language/WorkflowDefinition';

const EMPTY: ReadonlyMap<Json | undefined, Json> = new Map<Json, Json>([
  ['string', ''],
  ['number', 0],
  ['integer', 0],
  ['boolean', false],
  ['array', []],
  ['null', null],
]);

/** A value to begin with: what the schema shows as an example, else what it requires, left empty. */
export function skeletonOf(schema: Json): Json {
  const { examples, default: usual, const: only, ...rest } = membersOf(schema);
  const candidates = [...listOf(examples), usual, only, ...listOf(rest.enum)];
  const shown = candidates.find(value => value !== undefined);
  if (shown !== undefined) return shown;
  const [type] = listOf(rest.type);
  return EMPTY.get(type) ?? (type === 'null' ? null : requiredOf(rest));
}

function requiredOf({ properties, required }: Members): Json {
  const schemas = membersOf(properties);
  const names = listOf(required).map(String);
  return Object.fromEntries(
    names.map(name => [name, skeletonOf(schemas[name] ?? {})]),
  );
}

type Members = { readonly [name: string]: Json | undefined };

function membersOf(value: Json | undefined): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Members)
    : {};
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
