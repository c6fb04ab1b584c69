import type { Operation } from '../../Operation';
import { presentHistory, readHistoryPage } from '../../present/presentHistory';

/** Pages through what happened to a task. */
export const getTaskHistory: Operation<'getTaskHistory'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId, taskRef: task } = req.params;
    const request = {
      ...readHistoryPage(req.query),
      instanceId,
      filter: { task },
    };
    const page = await instances.readHistory(request, await callerOf(req));
    res.json(presentHistory(page, request));
  };
