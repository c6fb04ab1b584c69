import type { Operation } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';

/** Cancels an instance. */
export const cancelInstance: Operation<'cancelInstance'> =
  ({ orders, callerOf }) =>
  async (req, res) => {
    const { reason, force = false } = req.body ?? {};
    const act = {
      verb: 'cancel',
      instanceId: req.params.instanceId,
      reason,
      force,
      idempotencyKey: req.get('Idempotency-Key'),
    } as const;
    const instance = await orders.act(act, await callerOf(req));
    res.status(202).json(presentInstanceSummary(instance));
  };
