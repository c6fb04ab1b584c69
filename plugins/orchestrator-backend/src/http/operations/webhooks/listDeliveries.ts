import type { DeliveryPlace } from '@stagecraft/backstage-plugin-orchestrator-engine';
import { readCursor, writeCursor } from '../../search/cursor';
import type { Operation } from '../../Operation';
import { presentDelivery } from '../../present/presentWebhook';

const DEFAULT_LIMIT = 50;

/** Lists what was sent to a webhook. */
export const listDeliveries: Operation<'listDeliveries'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const { webhookId } = req.params;
    const { status, cursor } = req.query;
    const limit = Number(req.query.limit ?? DEFAULT_LIMIT);
    const after = readCursor(cursor, isDeliveryPlace);
    const found = await webhooks.listDeliveries(
      { webhookId, status, after, limit: limit + 1 },
      await callerOf(req),
    );
    const items = found.slice(0, limit);
    const last = items.at(-1)?.delivery;
    res.json({
      items: items.map(presentDelivery),
      next:
        last && found.length > limit
          ? writeCursor({ createdAt: last.createdAt, id: last.id })
          : undefined,
    });
  };

function isDeliveryPlace(value: object): value is DeliveryPlace {
  return (
    'createdAt' in value &&
    Number.isSafeInteger(value.createdAt) &&
    'id' in value &&
    typeof value.id === 'string' &&
    !value.id.includes('\0')
  );
}
