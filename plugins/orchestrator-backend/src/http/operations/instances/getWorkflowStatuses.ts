import type { Operation } from '../../Operation';
import { labelOf, processStateOf } from '../../present/processState';

/** Lists the states that compatible operations use. */
export const getWorkflowStatuses: Operation<'getWorkflowStatuses'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const statuses = await instances.listStatuses(await callerOf(req));
    const states = new Set(statuses.map(processStateOf));
    res.json([...states].map(value => ({ key: labelOf(value), value })));
  };
