import type { Operation } from '../Operation';

/** Tells whether a workflow can run. */
export const pingWorkflowServiceById: Operation<'pingWorkflowServiceById'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const caller = await callerOf(req);
    const { definition } = await service.getWorkflow({ workflowId }, caller);
    res.json(definition.isValid);
  };
