import type { Operation } from '../../Operation';
import { presentDelivery } from '../../present/presentWebhook';

/** Sends a test event. */
export const testWebhook: Operation<'testWebhook'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const { webhookId } = req.params;
    const delivery = await webhooks.test(webhookId, await callerOf(req));
    res.json(presentDelivery(delivery));
  };
