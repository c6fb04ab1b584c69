import { editWorkflow } from '../editWorkflow';
import type { Operation } from '../Operation';
import { readTask } from '../readTask';
/** Adds a task. */
export const addNode: Operation<'addNode'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const { canvas, eTag } = await editWorkflow(
      service,
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
