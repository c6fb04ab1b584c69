import type { Json } from '../../../Json';
import type { Run } from '../Run';
import { indexValue } from './access';

/** The value at the path; null where nothing is. @internal */
export function getPath(root: Json, keys: readonly Json[], run: Run): Json {
  let value = root;
  for (const key of keys) {
    if (value === null) return null;
    run.step(1);
    value = indexValue(value, key, run);
  }
  return value;
}
