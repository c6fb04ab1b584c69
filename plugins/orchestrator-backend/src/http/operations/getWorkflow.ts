import { writeETag } from '../eTag';
import type { Operation } from '../Operation';
import { presentWorkflowDetails } from '../present/presentWorkflowDetails';

/** Tells a definition and what was found wrong with it. */
export const getWorkflow: Operation<'getWorkflow'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { version } = req.query;
    const caller = await callerOf(req);
    const { definition } = await service.getWorkflow({ workflowId }, caller);
    const text = await service.getDefinition({ workflowId, version }, caller);
    res.setHeader('ETag', writeETag(text));
    res.json(presentWorkflowDetails(definition, text));
  };
