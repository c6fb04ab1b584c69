import type { Operation } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';

/** Resumes a suspended instance. */
export const resumeInstance: Operation<'resumeInstance'> =
  ({ orders, callerOf }) =>
  async (req, res) => {
    const act = {
      verb: 'resume',
      instanceId: req.params.instanceId,
      reason: req.body?.reason,
      idempotencyKey: req.get('Idempotency-Key'),
    } as const;
    const instance = await orders.act(act, await callerOf(req));
    res.status(202).json(presentInstanceSummary(instance));
  };
