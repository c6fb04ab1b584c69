import type { operations } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ApprovalPlace } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { ApprovalListQuery } from '../../service/approvals/ApprovalService';
import { readCursor, writeCursor } from './cursor';
import type { Endpoint } from '../OrchestratorEndpoints';

const DEFAULT_LIMIT = 50;

/**
 * Reads which approvals are wanted, from where on. One more than a page has is asked for, to see if there is more.
 *
 * @throws {@link RequestInvalidError}
 */
export function readApprovalList(
  query: Endpoint<operations['listApprovals']>['query'],
): ApprovalListQuery & { readonly pageSize: number } {
  const { scope = 'all', status, workflowId, instanceId, entityRef } = query;
  const pageSize = Number(query.limit ?? DEFAULT_LIMIT);
  return {
    pageSize,
    limit: pageSize + 1,
    scope,
    isLate: String(query.late) === 'true',
    filter: { status, workflowId, instanceId, targetEntity: entityRef },
    after: readCursor<ApprovalPlace>(query.cursor, isPlace),
  };
}

/** The cursor of the next page; `undefined` on the last one. */
export function nextApprovals(
  found: readonly ApprovalPlace[],
  pageSize: number,
): string | undefined {
  const last = found.slice(0, pageSize).at(-1);
  if (!last || found.length <= pageSize) return undefined;
  return writeCursor({ requestedAt: last.requestedAt, id: last.id });
}

function isPlace(value: object): value is ApprovalPlace {
  const isComplete = 'requestedAt' in value && 'id' in value;
  return (
    isComplete &&
    Number.isSafeInteger(value.requestedAt) &&
    typeof value.id === 'string'
  );
}
