import {
  INSTANCE_STATUSES,
  isTerminal,
  type operations,
} from '@stagecraft/backstage-plugin-orchestrator-common';
import type {
  InstanceField,
  InstanceFilter,
  InstancePlace,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { InstanceListQuery } from '../../service/instances/InstanceService';
import type { Endpoint } from '../OrchestratorEndpoints';
import { isPlaceBy, readCursor } from './cursor';
import { likeText } from './likeText';
import { pageSizeOf } from './paging';

type Query = Endpoint<operations['listInstances']>['query'];

/** What instances are listed by. */
export type InstanceWishes = Omit<Query, 'limit' | 'cursor' | 'total'>;

const isPlace = isPlaceBy<InstancePlace>('createdAt', 'id');

/**
 * Reads which instances are wanted, from where on. One more than a page has is asked for, to see if there is more.
 *
 * @throws {@link RequestInvalidError}
 */
export function readInstanceList(
  query: Query,
): InstanceListQuery & { readonly pageSize: number } {
  const pageSize = pageSizeOf(query);
  return {
    pageSize,
    limit: pageSize + 1,
    filter: readInstanceFilter(query),
    after: readCursor(query.cursor, isPlace),
    isCounted: String(query.total) === 'true',
  };
}

/** Reads which instances are wanted. */
export function readInstanceFilter(query: InstanceWishes): InstanceFilter {
  return { kind: 'and', filters: [...filtersOf(query)] };
}

function* filtersOf(query: InstanceWishes): Generator<InstanceFilter> {
  const { workflowId, status, running, label = [], q } = query;
  if (workflowId) {
    yield { kind: 'in', field: 'workflowId', values: workflowId };
  }
  if (status) yield { kind: 'in', field: 'status', values: status };
  if (running !== undefined) yield withEnd(String(running) === 'false');
  yield* equal('targetEntity', query.entityRef);
  yield* equal('initiator', query.initiator);
  yield* equal('businessKey', query.businessKey);
  yield* equal('parentId', query.parentId);
  for (const one of label) yield readLabel(one);
  if (q) yield saying(q);
  yield* startedAt('gte', query.startedAfter);
  yield* startedAt('lt', query.startedBefore);
}

function withEnd(hasEnded: boolean): InstanceFilter {
  const values = INSTANCE_STATUSES.filter(one => isTerminal(one) === hasEnded);
  return { kind: 'in', field: 'status', values };
}

function* equal(
  field: InstanceField,
  value: string | undefined,
): Generator<InstanceFilter> {
  if (value === undefined) return;
  yield { kind: 'compare', field, operator: 'eq', value };
}

function* startedAt(
  operator: 'gte' | 'lt',
  time: string | undefined,
): Generator<InstanceFilter> {
  if (time === undefined) return;
  const value = new Date(time).getTime();
  yield { kind: 'compare', field: 'createdAt', operator, value };
}

/** `name=value`, or `name` for any value. */
function readLabel(label: string): InstanceFilter {
  const [name, ...value] = label.split('=');
  if (value.length === 0) return { kind: 'marked', name };
  return { kind: 'marked', name, value: value.join('=') };
}

function saying(text: string): InstanceFilter {
  const pattern = likeText(text);
  const fields = ['id', 'businessKey', 'workflowName'] as const;
  return {
    kind: 'or',
    filters: fields.map(field => ({ kind: 'like', field, pattern })),
  };
}
