import { editWorkflow } from './editWorkflow';
import type { Operation } from '../../Operation';

/** Removes a task. */
export const removeNode: Operation<'removeNode'> =
  ({ definitions, workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId, nodeId } = req.params;
    const { canvas, eTag } = await editWorkflow(
      { definitions, workflows },
      {
        workflowId,
        ifMatch: req.get('If-Match'),
        edit: { kind: 'remove', pointer: nodeId },
      },
      await callerOf(req),
    );
    res.setHeader('ETag', eTag);
    res.json(canvas);
  };
