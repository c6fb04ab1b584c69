import type { Operation } from '../Operation';

const DEFAULT_LIMIT = 100;

/** Pages through the event log of an instance. */
export const getInstanceHistory: Operation<'getInstanceHistory'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const { after, limit, order = 'asc' } = req.query;
    const page = await service.readHistory(
      { instanceId, after, limit: Number(limit ?? DEFAULT_LIMIT), order },
      await callerOf(req),
    );
    res.json({ ...page, items: [...page.items] });
  };
