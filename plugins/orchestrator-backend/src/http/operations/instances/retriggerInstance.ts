import { instanceNotFound } from '../../../service/notFound';
import type { Operation } from '../../Operation';
import { readAuthTokens } from '../../requests/readAuthTokens';

/** Retries a failed instance from where it failed. */
export const retriggerInstance: Operation<'retriggerInstance'> =
  ({ instances, orders, callerOf }) =>
  async (req, res) => {
    const { workflowId, instanceId } = req.params;
    const caller = await callerOf(req);
    const instance = await instances.get(instanceId, caller);
    if (instance.workflowId !== workflowId) throw instanceNotFound(instanceId);
    const request = { authTokens: readAuthTokens(req.body.authTokens) };
    const idempotencyKey = req.get('Idempotency-Key');
    await orders.act(
      { verb: 'retry', instanceId, request, idempotencyKey },
      caller,
    );
    res.json({});
  };
