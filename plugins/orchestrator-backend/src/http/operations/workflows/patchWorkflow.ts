import { readIfMatch, writeETag } from '../../requests/eTag';
import type { Operation } from '../../Operation';
import { presentWorkflowDetails } from '../../present/presentWorkflowDetails';

/** Changes what is said about a workflow. */
export const patchWorkflow: Operation<'patchWorkflow'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { title, tags, enabled } = req.body;
    const change = {
      workflowId: req.params.workflowId,
      expected: readIfMatch(req.get('If-Match')),
      settings: {
        title,
        tags: tags && [...new Set(tags)],
        isEnabled: enabled,
      },
    };
    const { definition } = await workflows.configure(
      change,
      await callerOf(req),
    );
    res.setHeader('ETag', writeETag(definition));
    res.json(presentWorkflowDetails(definition));
  };
