import type { Operation } from '../../Operation';
import { presentWebhook } from '../../present/presentWebhook';

/** Tells of one webhook. */
export const getWebhook: Operation<'getWebhook'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const { webhookId } = req.params;
    res.json(
      presentWebhook(await webhooks.get(webhookId, await callerOf(req))),
    );
  };
