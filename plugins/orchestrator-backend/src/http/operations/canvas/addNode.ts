import { editWorkflow } from './editWorkflow';
import type { Operation } from '../../Operation';
import { readTask } from '../../requests/readTask';
/** Adds a task. */
export const addNode: Operation<'addNode'> =
  ({ definitions, workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { canvas, eTag } = await editWorkflow(
      { definitions, workflows },
      {
        workflowId,
        ifMatch: req.get('If-Match'),
        edit: { kind: 'add', container: '/do', ...readTask(req.body) },
      },
      await callerOf(req),
    );
    res.setHeader('ETag', eTag);
    res.json(canvas);
  };
