import type { Operation } from '../../Operation';
import { presentApproval } from '../../present/presentApproval';

/** Shows what people are asked. */
export const getApproval: Operation<'getApproval'> =
  ({ approvals, callerOf }) =>
  async (req, res) => {
    const { approvalId } = req.params;
    const approval = await approvals.get(approvalId, await callerOf(req));
    res.json(presentApproval(approval));
  };
