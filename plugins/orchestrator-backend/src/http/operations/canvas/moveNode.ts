import { editWorkflow } from './editWorkflow';
import type { Operation } from '../../Operation';

/** Moves a task. */
export const moveNode: Operation<'moveNode'> =
  ({ definitions, workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId, nodeId } = req.params;
    const { canvas, eTag } = await editWorkflow(
      { definitions, workflows },
      {
        workflowId,
        ifMatch: req.get('If-Match'),
        edit: { kind: 'move', pointer: nodeId, ...req.body },
      },
      await callerOf(req),
    );
    res.setHeader('ETag', eTag);
    res.json(canvas);
  };
