import type { operations } from '@stagecraft/backstage-plugin-orchestrator-common';
import type { ApprovalPlace } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { ApprovalListQuery } from '../../service/approvals/ApprovalService';
import type { Endpoint } from '../OrchestratorEndpoints';
import { isPlaceBy, readCursor } from './cursor';
import { pageSizeOf } from './paging';

const isPlace = isPlaceBy<ApprovalPlace>('requestedAt', 'id');

/**
 * Reads which approvals are wanted, from where on. One more than a page has is asked for, to see if there is more.
 *
 * @throws {@link RequestInvalidError}
 */
export function readApprovalList(
  query: Endpoint<operations['listApprovals']>['query'],
): ApprovalListQuery & { readonly pageSize: number } {
  const { scope = 'all', status, workflowId, instanceId, entityRef } = query;
  const pageSize = pageSizeOf(query);
  return {
    pageSize,
    limit: pageSize + 1,
    scope,
    isLate: String(query.late) === 'true',
    filter: { status, workflowId, instanceId, targetEntity: entityRef },
    after: readCursor(query.cursor, isPlace),
  };
}
