import type { Operation } from '../../Operation';
import { searchInstances } from './searchInstances';

/** Lists the instances of one workflow. */
export const getWorkflowInstances: Operation<'getWorkflowInstances'> =
  context => async (req, res) => {
    const { workflowId } = req.params;
    const caller = await context.callerOf(req);
    const body = req.body ?? {};
    res.json(await searchInstances(context, caller, body, workflowId));
  };
