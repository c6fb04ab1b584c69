import type { Operation } from '../Operation';
import { processStates } from '../present/processState';

/** Lists the states that compatible operations use. */
export const getWorkflowStatuses: Operation<'getWorkflowStatuses'> =
  () => async (_req, res) => {
    res.json([...processStates]);
  };
