import type { Operation } from '../../Operation';
import { presentHistory, readHistoryPage } from '../../present/presentHistory';

/** Pages through the event log of an instance. */
export const getInstanceHistory: Operation<'getInstanceHistory'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { before, type: types, task, q: text, wait = 0 } = req.query;
    const request = {
      ...readHistoryPage(req.query),
      instanceId: req.params.instanceId,
      before,
      filter: { types, task, text },
      waitMs: Number(wait) * 1000,
    };
    const page = await instances.readHistory(request, await callerOf(req));
    res.json(presentHistory(page, request));
  };
