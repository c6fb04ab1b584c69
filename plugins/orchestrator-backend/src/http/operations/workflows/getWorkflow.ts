import { writeETag } from '../../requests/eTag';
import type { Operation } from '../../Operation';
import { presentWorkflowDetails } from '../../present/presentWorkflowDetails';

/** Tells a definition and what was found wrong with it. */
export const getWorkflow: Operation<'getWorkflow'> =
  ({ definitions, workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { version } = req.query;
    const caller = await callerOf(req);
    const { definition } = await workflows.get({ workflowId }, caller);
    const text = await definitions.get({ workflowId, version }, caller);
    res.setHeader('ETag', writeETag(text));
    res.json(presentWorkflowDetails(definition, text));
  };
