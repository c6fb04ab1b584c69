import type {
  FieldFilter,
  Filter,
  SearchRequest,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  FilterValue,
  InstanceField,
  InstanceFilter,
  InstanceQuery,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import { statusesOf } from '../present/processState';
import { RequestInvalidError } from '../RequestInvalidError';
import {
  readFieldCondition,
  readText,
  readTime,
  type FieldCondition,
} from './FieldCondition';
import { foldFilter } from './foldFilter';
import { isFieldConditionMet } from './isFieldConditionMet';
import { readPage } from './readPage';

const DEFAULT_PAGE_SIZE = 100;

/** Name of each workflow that there is now, by id. A workflow that is gone goes by its id. */
export type WorkflowNames = ReadonlyMap<string, string>;

/** The fields that instances can be searched by, as the API names them. */
const fieldsByName: { readonly [name: string]: InstanceField } = {
  id: 'id',
  processId: 'workflowId',
  processName: 'workflowId',
  version: 'workflowVersion',
  state: 'status',
  start: 'createdAt',
  end: 'endedAt',
  initiatorEntity: 'initiator',
  targetEntity: 'targetEntity',
};

/** Whether reading the search needs the names of workflows. */
export function usesWorkflowNames({ filters }: SearchRequest): boolean {
  if (!filters) return false;
  return foldFilter<boolean>(filters, {
    and: list => list.includes(true),
    or: list => list.includes(true),
    not: inner => inner,
    field: ({ field }) => field === 'processName',
  });
}

/**
 * Reads which instances are wanted, in which order, which page.
 *
 * @throws {@link RequestInvalidError}
 */
export function readInstanceSearch(
  { filters, paginationInfo }: SearchRequest,
  names: WorkflowNames,
): InstanceQuery {
  const { limit = DEFAULT_PAGE_SIZE, offset } = readPage(paginationInfo);
  const { orderBy, orderDirection } = paginationInfo ?? {};
  return {
    limit,
    offset,
    filter: filters && readFilter(filters, names),
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

function readFilter(filter: Filter, names: WorkflowNames): InstanceFilter {
  return foldFilter<InstanceFilter>(filter, {
    and: filters => ({ kind: 'and', filters }),
    or: filters => ({ kind: 'or', filters }),
    not: inner => ({ kind: 'not', filter: inner }),
    field: (condition, pointer) => readCondition(condition, pointer, names),
  });
}

function readCondition(
  filter: FieldFilter,
  pointer: string,
  names: WorkflowNames,
): InstanceFilter {
  const field = readField(filter.field, `${pointer}/field`);
  if (field === 'status') return readStateCondition(filter, pointer);
  if (field === 'createdAt' || field === 'endedAt') {
    const condition = readFieldCondition(filter, pointer, readTime);
    if (condition.kind === 'like') {
      const message = 'is LIKE, but times can only be compared';
      throw new RequestInvalidError([
        { pointer: `${pointer}/operator`, message },
      ]);
    }
    return onField(field, condition);
  }
  const condition = readFieldCondition(filter, pointer, readText);
  return filter.field === 'processName'
    ? onWorkflowName(condition, names)
    : onField(field, condition);
}

/** A state stands for several statuses. */
function readStateCondition(
  filter: FieldFilter,
  pointer: string,
): InstanceFilter {
  const condition = readFieldCondition(filter, pointer, readText);
  if (condition.kind === 'isNull') return onField('status', condition);
  if (condition.kind === 'in') return inStates(condition.values);
  if (condition.kind === 'compare' && condition.operator === 'eq') {
    return inStates([condition.value]);
  }
  const message = `is ${filter.operator}, but states can only be EQ or IN`;
  throw new RequestInvalidError([{ pointer: `${pointer}/operator`, message }]);
}

function inStates(states: readonly string[]): InstanceFilter {
  const values = states.flatMap(statusesOf);
  return { kind: 'in', field: 'status', values };
}

function onWorkflowName(
  condition: FieldCondition<string>,
  names: WorkflowNames,
): InstanceFilter {
  const matching = [...names].filter(([, name]) =>
    isFieldConditionMet(condition, name),
  );
  const named = inWorkflows([...names.keys()]);
  return {
    kind: 'or',
    filters: [
      inWorkflows(matching.map(([id]) => id)),
      {
        kind: 'and',
        filters: [
          { kind: 'not', filter: named },
          onField('workflowId', condition),
        ],
      },
    ],
  };
}

function inWorkflows(values: readonly string[]): InstanceFilter {
  return { kind: 'in', field: 'workflowId', values };
}

function onField<V extends FilterValue>(
  field: InstanceField,
  condition: FieldCondition<V>,
): InstanceFilter {
  if (condition.kind !== 'isNull') return { ...condition, field };
  const isNull: InstanceFilter = { kind: 'isNull', field };
  return condition.isNull ? isNull : { kind: 'not', filter: isNull };
}
