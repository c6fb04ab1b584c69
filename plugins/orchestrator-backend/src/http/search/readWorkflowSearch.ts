import type {
  FieldFilter,
  SearchRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  WorkflowField,
  WorkflowFilter,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { WorkflowQuery } from '../../service/workflows/WorkflowService';
import { RequestInvalidError } from '../errors/RequestInvalidError';
import { readFieldCondition, readText } from './FieldCondition';
import { foldFilter } from './foldFilter';
import { MAX_PAGE_SIZE, readPage } from './readPage';
import { readStates } from './readStates';
import { readTimes } from './readTimes';
import { toFilter } from './toFilter';

/** What workflows can be searched by, as the API names it. */
const fieldsByName: { readonly [name: string]: WorkflowField } = {
  id: 'id',
  workflowId: 'id',
  name: 'title',
  description: 'description',
  version: 'version',
  format: 'format',
  lastRunStatus: 'lastRunStatus',
  lastTriggeredMs: 'lastRunAt',
};

/**
 * Reads which workflows are wanted, in which order, which page.
 *
 * @throws {@link RequestInvalidError}
 */
export function readWorkflowSearch({
  filters,
  paginationInfo,
}: SearchRequest): WorkflowQuery {
  const { limit = MAX_PAGE_SIZE, offset } = readPage(paginationInfo);
  const { orderBy = 'name', orderDirection } = paginationInfo ?? {};
  return {
    limit,
    offset,
    filter:
      filters &&
      foldFilter<WorkflowFilter>(filters, {
        and: list => ({ kind: 'and', filters: list }),
        or: list => ({ kind: 'or', filters: list }),
        not: filter => ({ kind: 'not', filter }),
        field: readCondition,
      }),
    orderBy: {
      field: readField(orderBy, '/body/paginationInfo/orderBy'),
      direction: orderDirection === 'DESC' ? 'desc' : 'asc',
    },
  };
}

function readField(name: string, pointer: string): WorkflowField {
  if (Object.hasOwn(fieldsByName, name)) return fieldsByName[name];
  const known = Object.keys(fieldsByName).join(', ');
  const message = `is "${name}", which is none of ${known}`;
  throw new RequestInvalidError([{ pointer, message }]);
}

function readCondition(filter: FieldFilter, pointer: string): WorkflowFilter {
  const field = readField(filter.field, `${pointer}/field`);
  if (field === 'lastRunAt') return readTimes(field, filter, pointer);
  if (field === 'lastRunStatus') return readStates(field, filter, pointer);
  return toFilter(field, readFieldCondition(filter, pointer, readText));
}
