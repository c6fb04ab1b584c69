import { readIfMatch } from '../../requests/eTag';
import type { Operation } from '../../Operation';

/** Deletes a workflow. */
export const deleteWorkflow: Operation<'deleteWorkflow'> =
  ({ workflows, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const expected = readIfMatch(req.get('If-Match'));
    await workflows.delete({ workflowId, expected }, await callerOf(req));
    res.status(204).end();
  };
