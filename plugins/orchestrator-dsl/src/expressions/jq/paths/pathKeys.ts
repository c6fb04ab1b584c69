import type { Json } from '../../../Json';
import type { Path } from './Path';
import { JqError } from '../JqError';
import type { Run } from '../Run';
import { quotePreview } from '../values/preview';

/** The keys of a path from the first to the last. @throws JqError when it leads to no part of the input @internal */
export function pathKeys(path: Path | undefined, run: Run): Json[] {
  if (path?.stray) {
    const preview = quotePreview(path.stray.value, 29);
    throw new JqError(`Invalid path expression with result ${preview}`);
  }
  const keys: Json[] = [];
  for (let step = path; step?.parent; step = step.parent) keys.push(step.key);
  run.step(keys.length);
  run.build(16 + 8 * keys.length);
  return keys.reverse();
}
