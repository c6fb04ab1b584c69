import type { Operation } from '../../Operation';

/** Tells a definition's text as its author wrote it: the present one, or that of an earlier version. */
export const getWorkflowSourceById: Operation<'getWorkflowSourceById'> =
  ({ definitions, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { version } = req.query;
    const caller = await callerOf(req);
    const { text } = await definitions.get({ workflowId, version }, caller);
    res.type('text/plain').send(text);
  };
