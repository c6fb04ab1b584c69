import type { Operation } from '../../Operation';
import { presentApproval } from '../../present/presentApproval';
import { nextApprovals, readApprovalList } from '../../search/readApprovalList';

/** Lists what people are asked. */
export const listApprovals: Operation<'listApprovals'> =
  ({ approvals, callerOf }) =>
  async (req, res) => {
    const { pageSize, ...query } = readApprovalList(req.query);
    const found = await approvals.list(query, await callerOf(req));
    res.json({
      items: found.slice(0, pageSize).map(presentApproval),
      next: nextApprovals(found, pageSize),
    });
  };
