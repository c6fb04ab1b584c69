import { writeETag } from '../../requests/eTag';
import { presentWorkflowDetails } from '../../present/presentWorkflowDetails';
import { readDefinitionText } from '../../requests/readDefinitionText';
import { answeredOnce } from '../answeredOnce';

/** Creates a workflow. */
export const createWorkflow = answeredOnce<'createWorkflow'>(
  ({ workflows, callerOf }) =>
    async (req, res) => {
      const text = readDefinitionText(req);
      const { definition } = await workflows.create(text, await callerOf(req));
      res.location(`${req.baseUrl}/v2/workflows/${definition.workflowId}`);
      res.setHeader('ETag', writeETag(definition));
      res.status(201).json(presentWorkflowDetails(definition));
    },
);
