import type {
  AttemptedDelivery,
  DeliveryPlace,
} from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Operation } from '../../Operation';
import { presentDelivery } from '../../present/presentWebhook';
import { isPlaceBy, readCursor } from '../../search/cursor';
import { pageOf, pageSizeOf } from '../../search/paging';

const isPlace = isPlaceBy<DeliveryPlace>('createdAt', 'id');

/** Lists what was sent to a webhook. */
export const listDeliveries: Operation<'listDeliveries'> =
  ({ webhooks, callerOf }) =>
  async (req, res) => {
    const { webhookId } = req.params;
    const { status, cursor } = req.query;
    const pageSize = pageSizeOf(req.query);
    const after = readCursor(cursor, isPlace);
    const found = await webhooks.listDeliveries(
      { webhookId, status, after, limit: pageSize + 1 },
      await callerOf(req),
    );
    const { items, next } = pageOf(found, pageSize, placeOf);
    res.json({ items: items.map(presentDelivery), next });
  };

function placeOf({ delivery }: AttemptedDelivery): DeliveryPlace {
  return { createdAt: delivery.createdAt, id: delivery.id };
}
