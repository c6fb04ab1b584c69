import type { Operation } from '../../Operation';
import { presentWebhook } from '../../present/presentWebhook';

/** Has events sent to an address. */
export const createWebhook: Operation<'createWebhook'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const { webhook, secret } = await webhooks.create(
      req.body,
      await callerOf(req),
    );
    res.location(`${req.baseUrl}/v2/webhooks/${webhook.id}`);
    res.status(201).json({ ...presentWebhook(webhook), secret });
  };
