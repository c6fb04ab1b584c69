import { readIfMatch, writeETag } from '../../requests/eTag';
import type { Operation } from '../../Operation';
import { presentWorkflowDetails } from '../../present/presentWorkflowDetails';
import { readDefinitionText } from '../../requests/readDefinitionText';

/** Replaces a workflow's definition. */
export const updateWorkflow: Operation<'updateWorkflow'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const change = {
      workflowId: req.params.workflowId,
      expected: readIfMatch(req.get('If-Match')),
      ...readDefinitionText(req),
    };
    const { definition } = await workflows.update(change, await callerOf(req));
    res.setHeader('ETag', writeETag(definition));
    res.json(presentWorkflowDetails(definition));
  };
