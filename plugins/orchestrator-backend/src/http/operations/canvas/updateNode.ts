import { editWorkflow } from './editWorkflow';
import type { Operation } from '../../Operation';
import { readTask } from '../../requests/readTask';
/** Changes a task. */
export const updateNode: Operation<'updateNode'> =
  ({ definitions, workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId, nodeId } = req.params;
    const { canvas, eTag } = await editWorkflow(
      { definitions, workflows },
      {
        workflowId,
        ifMatch: req.get('If-Match'),
        edit: { kind: 'change', pointer: nodeId, ...readTask(req.body) },
      },
      await callerOf(req),
    );
    res.setHeader('ETag', eTag);
    res.json(canvas);
  };
