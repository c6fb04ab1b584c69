import type { Operation } from '../Operation';

/** Tells a definition's text as its author wrote it. */
export const getWorkflowSourceById: Operation<'getWorkflowSourceById'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const caller = await callerOf(req);
    const { definition } = await workflows.get({ workflowId }, caller);
    res.type('text/plain').send(definition.text);
  };
