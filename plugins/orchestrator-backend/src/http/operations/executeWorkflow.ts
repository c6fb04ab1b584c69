import type { Operation } from '../Operation';
import { readExecuteRequest } from '../readExecuteRequest';

/** Runs a workflow. */
export const executeWorkflow: Operation<'executeWorkflow'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const request = readExecuteRequest(
      req.params.workflowId,
      req.body,
      req.get('Idempotency-Key'),
    );
    const id = await service.execute(request, await callerOf(req));
    res.json({ id });
  };
