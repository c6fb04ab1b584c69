import type { Json } from '../../../Json';

/** Other values, of every type. */
const REPLACEMENTS: readonly Json[] = [5, -1, 'x y', true, null, [], {}, [{}]];

/** One change to a definition. */
export interface Mutation {
  readonly path: readonly string[];
  /** What is done to the value there: its name or the value itself. */
  readonly change:
    | { readonly kind: 'remove' }
    | { readonly kind: 'misspell' }
    | { readonly kind: 'replace'; readonly value: Json };
}

/**
 * Every change of one place. Names at the root stay, because unknown properties are no fault there; an item of a list
 * has no name.
 */
export function mutationsOf(
  value: Json,
  path: readonly string[] = [],
): readonly Mutation[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = [...path, key];
    const replaced = REPLACEMENTS.map(
      replacement => ({ kind: 'replace', value: replacement } as const),
    );
    const changes = [...namesChanges(value, path), ...replaced];
    return [
      ...changes.map(change => ({ path: at, change })),
      ...mutationsOf(member, at),
    ];
  });
}

function namesChanges(owner: Json, path: readonly string[]) {
  const remove = { kind: 'remove' } as const;
  const misspell = { kind: 'misspell' } as const;
  return Array.isArray(owner) || path.length === 0
    ? [remove]
    : [remove, misspell];
}

/** The definition with the change. */
export function mutate(value: Json, { path, change }: Mutation): Json {
  const [key, ...rest] = path;
  const entries = Object.entries(value ?? {}).flatMap(([name, member]) => {
    if (name !== key) return [[name, member] as const];
    if (rest.length > 0) {
      return [[name, mutate(member, { path: rest, change })] as const];
    }
    switch (change.kind) {
      case 'remove':
        return [];
      case 'misspell':
        return [[`${name}x`, member] as const];
      default:
        return [[name, change.value] as const];
    }
  });
  return Array.isArray(value)
    ? entries.map(([, member]) => member)
    : Object.fromEntries(entries);
}
