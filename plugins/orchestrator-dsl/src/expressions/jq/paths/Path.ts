import type { Json } from '../../../Json';

/**
 * Where a value is in the input: a list from the last step to the first.
 *
 * `ROOT` is the input itself. A value that was computed has a path with `stray`, which is an error once it is used.
 *
 * @internal
 */
export interface Path {
  readonly key: Json;
  readonly parent: Path | undefined;
  readonly stray?: { readonly value: Json };
}

/** @internal */
export const ROOT: Path = { key: null, parent: undefined };

/** The path of a value that is not part of the input. @internal */
export function strayPath(value: Json): Path {
  return { key: null, parent: undefined, stray: { value } };
}
