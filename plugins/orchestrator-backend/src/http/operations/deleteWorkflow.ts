import { readIfMatch } from '../eTag';
import type { Operation } from '../Operation';

/** Deletes a workflow. */
export const deleteWorkflow: Operation<'deleteWorkflow'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { workflowId } = req.params;
    const expected = readIfMatch(req.get('If-Match'));
    await service.deleteWorkflow({ workflowId, expected }, await callerOf(req));
    res.status(204).end();
  };
