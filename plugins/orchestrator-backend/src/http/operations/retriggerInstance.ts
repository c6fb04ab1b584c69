import { NotImplementedError } from '@backstage/errors';
import { instanceNotFound } from '../../service/notFound';
import type { Operation } from '../Operation';

/** Refuses: the engine does not retry instances. */
export const retriggerInstance: Operation<'retriggerInstance'> =
  ({ service, callerOf }) =>
  async req => {
    const { workflowId, instanceId } = req.params;
    const instance = await service.getInstance(instanceId, await callerOf(req));
    if (instance.workflowId !== workflowId) throw instanceNotFound(instanceId);
    throw new NotImplementedError(
      `Instances cannot be retried yet; run the workflow again with POST /v2/workflows/${workflowId}/execute`,
    );
  };
