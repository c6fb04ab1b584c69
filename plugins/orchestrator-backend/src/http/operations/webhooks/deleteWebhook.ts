import type { Operation } from '../../Operation';

/** Deletes a webhook. */
export const deleteWebhook: Operation<'deleteWebhook'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    await webhooks.delete(req.params.webhookId, await callerOf(req));
    res.status(204).end();
  };
