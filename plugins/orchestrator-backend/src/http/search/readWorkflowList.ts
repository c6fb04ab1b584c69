import type {
  WorkflowField,
  WorkflowFilter,
  WorkflowPlace,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { WorkflowQuery } from '../../service/workflows/WorkflowService';
import { isText, readCursor } from './cursor';
import type { Endpoint } from '../OrchestratorEndpoints';
import type { operations } from '@stagecraft/backstage-plugin-orchestrator-common';
import { likeText } from './likeText';
import { pageSizeOf } from './paging';

type Query = Endpoint<operations['listWorkflows']>['query'];

/**
 * Reads which workflows are wanted, in which order, from where on. One more than a page has is asked for, to see if there is more.
 *
 * @throws {@link RequestInvalidError}
 */
export function readWorkflowList(
  query: Query,
): WorkflowQuery & { readonly pageSize: number } {
  const { orderBy = 'title', cursor } = query;
  const pageSize = pageSizeOf(query);
  return {
    pageSize,
    limit: pageSize + 1,
    filter: { kind: 'and', filters: [...filtersOf(query)] },
    orderBy: {
      field: fieldsByOrder[orderBy.replace('-', '')],
      direction: orderBy.startsWith('-') ? 'desc' : 'asc',
    },
    after: readCursor<WorkflowPlace>(cursor, isWorkflowPlace),
  };
}

const fieldsByOrder: { readonly [name: string]: WorkflowField } = {
  title: 'title',
  lastRun: 'lastRunAt',
  updatedAt: 'updatedAt',
};

function* filtersOf(query: Query): Generator<WorkflowFilter> {
  const { q, tag = [], owner, health } = query;
  if (q) {
    const pattern = likeText(q);
    const fields: readonly WorkflowField[] = ['id', 'title', 'description'];
    yield {
      kind: 'or',
      filters: fields.map(field => ({ kind: 'like', field, pattern })),
    };
  }
  for (const name of tag) yield { kind: 'marked', name };
  if (owner !== undefined) {
    yield { kind: 'compare', field: 'owner', operator: 'eq', value: owner };
  }
  if (health) yield { kind: 'in', field: 'health', values: health };
}

function isWorkflowPlace(value: object): value is WorkflowPlace {
  return (
    'key' in value &&
    (isText(value.key) || typeof value.key === 'number') &&
    'id' in value &&
    isText(value.id)
  );
}
