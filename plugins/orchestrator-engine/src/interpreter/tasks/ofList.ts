import type { BodyResult } from '../Run';
import type { ListResult } from '../runTaskList';

/** A list's result as that of the composite it belongs to: `end` inside ends the workflow outside as well. */
export function ofList({ output, isEnd }: ListResult): BodyResult {
  return isEnd ? { output, then: { kind: 'end' } } : { output };
}
