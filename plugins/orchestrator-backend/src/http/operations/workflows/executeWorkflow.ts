import { EngineError } from '@stagecraft/backstage-plugin-orchestrator-engine';
import type { Operation } from '../../Operation';
import { presentRun } from '../../present/presentRun';
import { readExecuteRequest } from '../../requests/readExecuteRequest';
import { readWait } from '../../requests/readWait';

/** Runs a workflow. */
export const executeWorkflow: Operation<'executeWorkflow'> =
  ({ instances, orders, callerOf }) =>
  async (req, res) => {
    const request = readExecuteRequest(
      req.params.workflowId,
      req.body,
      req.get('Idempotency-Key'),
    );
    const ms = readWait(req.query.wait);
    const caller = await callerOf(req);
    const traceparent = req.get('traceparent');
    const traced = { ...request, traceparent };
    const instanceId = await orders.execute(traced, caller);
    if (ms === undefined) {
      res.json({ id: instanceId });
      return;
    }
    const details = await instances
      .waitForEnd({ instanceId, ms }, caller)
      .catch(whenReachable);
    res.json(details ? presentRun(details) : { id: instanceId });
  };

/** The run has begun: whoever does not hear of it begins another one. @throws any other error */
function whenReachable(error: unknown): undefined {
  const isAway =
    error instanceof EngineError && error.code === 'STORE_UNAVAILABLE';
  if (!isAway) throw error;
}
