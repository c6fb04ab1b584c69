import type { Json } from '../../../Json';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { compare, equals } from '../values/compare';
import { isArray, typeName, type JsonArray } from '../values/types';
import { Draft } from './Draft';

/** The value without what is at the paths, each once; the last first, so that the others stay right. @internal */
export function deletePaths(root: Json, paths: Json, run: Run): Json {
  if (!isArray(paths)) throw new JqError('Paths must be specified as an array');
  const sorted = paths.map(requirePath);
  sorted.sort((left, right) => compare(right, left, run));
  const draft = new Draft(run);
  return sorted.reduce<Json>(
    (value, keys, index) =>
      index > 0 && equals(keys, sorted[index - 1], run)
        ? value
        : draft.delete(value, keys),
    root,
  );
}

function requirePath(path: Json): JsonArray {
  if (isArray(path)) return path;
  throw new JqError(`Path must be specified as array, not ${typeName(path)}`);
}

/** @throws JqError unless the path is an array @internal */
export function requireKeys(path: Json): JsonArray {
  if (isArray(path)) return path;
  throw new JqError('Path must be specified as an array');
}
