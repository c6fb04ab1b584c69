import type {
  FieldFilter,
  Filter,
  SearchRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import { workflowNameOf } from '../../service/workflowNameOf';
import type {
  Workflow,
  WorkflowQuery,
} from '../../service/OrchestratorService';
import { processStateOf } from '../present/processState';
import { RequestInvalidError } from '../RequestInvalidError';
import { readFieldCondition, readText, readTime } from './FieldCondition';
import { foldFilter } from './foldFilter';
import { isFieldConditionMet } from './isFieldConditionMet';
import { readPage } from './readPage';

type WorkflowTest = (workflow: Workflow) => boolean;

/** What workflows can be searched by, as the API names it, but for `lastTriggeredMs`. */
const texts: {
  readonly [name: string]: (workflow: Workflow) => string | undefined;
} = {
  id: ({ definition }) => definition.workflowId,
  workflowId: ({ definition }) => definition.workflowId,
  name: ({ definition }) => workflowNameOf(definition),
  description: ({ definition }) => definition.description,
  version: ({ definition }) => definition.version,
  format: ({ definition }) => definition.format,
  lastRunStatus: ({ stats }) =>
    stats?.last && processStateOf(stats.last.status),
};

const lastTriggeredMs = ({ stats }: Workflow) => stats?.last?.createdAt;

/**
 * Reads which workflows are wanted, in which order, which page.
 *
 * @throws {@link RequestInvalidError}
 */
export function readWorkflowSearch({
  filters,
  paginationInfo,
}: SearchRequest): WorkflowQuery {
  const { orderBy = 'name', orderDirection } = paginationInfo ?? {};
  const valueOf = readField(orderBy, '/body/paginationInfo/orderBy');
  const sign = orderDirection === 'DESC' ? -1 : 1;
  return {
    ...readPage(paginationInfo),
    where: filters && readFilter(filters),
    compare: (a, b) =>
      sign *
      (compareValues(valueOf(a), valueOf(b)) ||
        compareValues(a.definition.workflowId, b.definition.workflowId)),
  };
}

function readField(name: string, pointer: string) {
  if (name === 'lastTriggeredMs') return lastTriggeredMs;
  if (Object.hasOwn(texts, name)) return texts[name];
  const known = [...Object.keys(texts), 'lastTriggeredMs'].join(', ');
  const message = `is "${name}", which is none of ${known}`;
  throw new RequestInvalidError([{ pointer, message }]);
}

function readFilter(filter: Filter): WorkflowTest {
  return foldFilter<WorkflowTest>(filter, {
    and: tests => workflow => tests.every(holds => holds(workflow)),
    or: tests => workflow => tests.some(holds => holds(workflow)),
    not: holds => workflow => !holds(workflow),
    field: readCondition,
  });
}

function readCondition(filter: FieldFilter, pointer: string): WorkflowTest {
  if (filter.field === 'lastTriggeredMs') {
    const condition = readFieldCondition(filter, pointer, readTime);
    return workflow =>
      isFieldConditionMet(condition, lastTriggeredMs(workflow));
  }
  readField(filter.field, `${pointer}/field`);
  const valueOf = texts[filter.field];
  const condition = readFieldCondition(filter, pointer, readText);
  return workflow => isFieldConditionMet(condition, valueOf(workflow));
}

/** What is missing comes first. */
function compareValues(
  a: string | number | undefined,
  b: string | number | undefined,
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), 'en', {
    sensitivity: 'base',
  });
}
