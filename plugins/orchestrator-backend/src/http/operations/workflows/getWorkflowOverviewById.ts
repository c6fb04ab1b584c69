import type { Operation } from '../../Operation';
import { presentWorkflowOverview } from '../../present/presentWorkflowOverview';

/** Tells one workflow as lists show it. */
export const getWorkflowOverviewById: Operation<'getWorkflowOverviewById'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const caller = await callerOf(req);
    const workflow = await workflows.get({ workflowId }, caller);
    res.json(presentWorkflowOverview(workflow));
  };
