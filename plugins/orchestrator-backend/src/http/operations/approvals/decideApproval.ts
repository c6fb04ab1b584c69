import type { Operation } from '../../Operation';
import { presentApproval } from '../../present/presentApproval';
import { readJson } from '../../requests/readJson';

/** Decides what people are asked. */
export const decideApproval: Operation<'decideApproval'> =
  ({ approvals, callerOf }) =>
  async (req, res) => {
    const { decision, comment } = req.body;
    const data = 'data' in req.body ? readJson(req.body.data) : undefined;
    const { approvalId } = req.params;
    const idempotencyKey = req.get('Idempotency-Key');
    const decided = await approvals.decide(
      { approvalId, decision, comment, data, idempotencyKey },
      await callerOf(req),
    );
    res.json(presentApproval(decided));
  };
