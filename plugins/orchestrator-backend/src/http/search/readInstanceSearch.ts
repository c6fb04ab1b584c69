import type {
  FieldFilter,
  SearchRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  InstanceField,
  InstanceFilter,
  InstanceQuery,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { readFieldCondition, readText } from './FieldCondition';
import { foldFilter } from './foldFilter';
import { readPage } from './readPage';
import { readStates } from './readStates';
import { readTimes } from './readTimes';
import { toFilter } from './toFilter';

const DEFAULT_PAGE_SIZE = 100;

/** The fields that instances can be searched by, as the API names them. */
const fieldsByName: { readonly [name: string]: InstanceField } = {
  id: 'id',
  processId: 'workflowId',
  processName: 'workflowName',
  version: 'workflowVersion',
  state: 'status',
  start: 'createdAt',
  end: 'endedAt',
  initiatorEntity: 'initiator',
  targetEntity: 'targetEntity',
  businessKey: 'businessKey',
  'variables.initiatorEntity': 'initiator',
  'variables.targetEntity': 'targetEntity',
};

/**
 * Reads which instances are wanted, in which order, which page.
 *
 * @throws {@link RequestInvalidError}
 */
export function readInstanceSearch({
  filters,
  paginationInfo,
}: SearchRequest): InstanceQuery {
  const { limit = DEFAULT_PAGE_SIZE, offset } = readPage(paginationInfo);
  const { orderBy, orderDirection } = paginationInfo ?? {};
  return {
    limit,
    offset,
    filter:
      filters &&
      foldFilter<InstanceFilter>(filters, {
        and: list => ({ kind: 'and', filters: list }),
        or: list => ({ kind: 'or', filters: list }),
        not: filter => ({ kind: 'not', filter }),
        field: readCondition,
      }),
    orderBy: {
      field: readField(orderBy ?? 'start', '/body/paginationInfo/orderBy'),
      direction: directionOf(orderBy, orderDirection),
    },
  };
}

/** Newest first, unless another order is asked for. */
function directionOf(
  orderBy: string | undefined,
  direction: 'ASC' | 'DESC' | undefined,
): 'asc' | 'desc' {
  if (direction === undefined) return orderBy === undefined ? 'desc' : 'asc';
  return direction === 'ASC' ? 'asc' : 'desc';
}

function readField(name: string, pointer: string): InstanceField {
  if (Object.hasOwn(fieldsByName, name)) return fieldsByName[name];
  const known = Object.keys(fieldsByName).join(', ');
  const message = `is "${name}", which is none of ${known}`;
  throw new RequestInvalidError([{ pointer, message }]);
}

function readCondition(filter: FieldFilter, pointer: string): InstanceFilter {
  const field = readField(filter.field, `${pointer}/field`);
  if (field === 'status') return readStates(field, filter, pointer);
  if (field === 'createdAt' || field === 'endedAt') {
    return readTimes(field, filter, pointer);
  }
  return toFilter(field, readFieldCondition(filter, pointer, readText));
}
