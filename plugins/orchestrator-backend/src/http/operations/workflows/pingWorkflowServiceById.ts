import type { Operation } from '../../Operation';

/** Tells whether a workflow can run. */
export const pingWorkflowServiceById: Operation<'pingWorkflowServiceById'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const caller = await callerOf(req);
    const { definition } = await workflows.get({ workflowId }, caller);
    res.json(definition.isValid);
  };
