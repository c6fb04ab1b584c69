import type { Operation } from '../../Operation';
import { presentWebhook } from '../../present/presentWebhook';

/** Changes a webhook. */
export const updateWebhook: Operation<'updateWebhook'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const { webhookId } = req.params;
    const { enabled: isEnabled, ...change } = req.body;
    const { webhook, secret } = await webhooks.update(
      { webhookId, isEnabled, ...change },
      await callerOf(req),
    );
    res.json({ ...presentWebhook(webhook), secret });
  };
