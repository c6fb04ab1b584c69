import type { ApprovalPlace } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Operation } from '../../Operation';
import { presentApproval } from '../../present/presentApproval';
import { pageOf } from '../../search/paging';
import { readApprovalList } from '../../search/readApprovalList';

/** Lists what people are asked. */
export const listApprovals: Operation<'listApprovals'> =
  ({ approvals, callerOf }) =>
  async (req, res) => {
    const { pageSize, ...query } = readApprovalList(req.query);
    const found = await approvals.list(query, await callerOf(req));
    const { items, next } = pageOf(found, pageSize, placeOf);
    res.json({ items: items.map(presentApproval), next });
  };

function placeOf({ requestedAt, id }: ApprovalPlace): ApprovalPlace {
  return { requestedAt, id };
}
