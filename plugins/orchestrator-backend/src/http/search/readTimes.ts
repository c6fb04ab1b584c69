import type { FieldFilter } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Filter } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { readFieldCondition, readTime } from './FieldCondition';
import { toFilter } from './toFilter';

/**
 * Reads a condition on a time.
 *
 * @throws {@link RequestInvalidError}
 */
export function readTimes<F extends string>(
  field: F,
  filter: FieldFilter,
  pointer: string,
): Filter<F> {
  const condition = readFieldCondition(filter, pointer, readTime);
  if (condition.kind !== 'like') return toFilter(field, condition);
  const message = 'is LIKE, but times can only be compared';
  throw new RequestInvalidError([{ pointer: `${pointer}/operator`, message }]);
}
