import type { Operation } from '../../Operation';
import { presentWebhook } from '../../present/presentWebhook';

/** Lists webhooks. */
export const listWebhooks: Operation<'listWebhooks'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const found = await webhooks.list(await callerOf(req));
    res.json({ items: found.map(presentWebhook) });
  };
