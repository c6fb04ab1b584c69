import type { Operation } from '../../Operation';
import { presentDelivery } from '../../present/presentWebhook';

/** Sends something again. */
export const redeliver: Operation<'redeliver'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const { webhookId, deliveryId } = req.params;
    const delivery = await webhooks.redeliver(
      { webhookId, deliveryId },
      await callerOf(req),
    );
    res.status(202).json(presentDelivery(delivery));
  };
