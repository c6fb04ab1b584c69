import type { Operation } from '../../Operation';
import { presentHistory, readHistoryPage } from '../../present/presentHistory';

/** Pages through what happened in a task of the top level. */
export const getStageHistory: Operation<'getStageHistory'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId, number } = req.params;
    const request = {
      ...readHistoryPage(req.query),
      instanceId,
      filter: { task: `/do/${Number(number) - 1}` },
    };
    const page = await instances.readHistory(request, await callerOf(req));
    res.json(presentHistory(page, request));
  };
