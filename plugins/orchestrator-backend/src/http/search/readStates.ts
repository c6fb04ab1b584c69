import type {
  FieldFilter,
  ProcessInstanceStatusDTO,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type { Filter } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { PROCESS_STATES, statusesOf } from '../present/processState';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { readFieldCondition, readText } from './FieldCondition';
import { toFilter } from './toFilter';

/**
 * Reads a condition on a state of compatible operations, which stands for several statuses.
 *
 * @throws {@link RequestInvalidError}
 */
export function readStates<F extends string>(
  field: F,
  filter: FieldFilter,
  pointer: string,
): Filter<F> {
  const condition = readFieldCondition(filter, pointer, readState);
  const inStates = (
    states: readonly ProcessInstanceStatusDTO[],
  ): Filter<F> => ({
    kind: 'in',
    field,
    values: states.flatMap(statusesOf),
  });
  if (condition.kind === 'isNull') return toFilter(field, condition);
  if (condition.kind === 'in') return inStates(condition.values);
  if (condition.kind === 'compare' && condition.operator === 'eq') {
    return inStates([condition.value]);
  }
  const message = `is ${filter.operator}, but states can only be EQ or IN`;
  throw new RequestInvalidError([{ pointer: `${pointer}/operator`, message }]);
}

function readState(value: unknown, pointer: string): ProcessInstanceStatusDTO {
  const text = readText(value, pointer);
  const state = PROCESS_STATES.find(one => one === text);
  if (state) return state;
  const message = `is "${text}", which is none of ${PROCESS_STATES.join(', ')}`;
  throw new RequestInvalidError([{ pointer, message }]);
}
