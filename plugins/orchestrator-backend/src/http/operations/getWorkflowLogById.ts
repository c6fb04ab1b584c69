import { NotImplementedError } from '@backstage/errors';
import type { Operation } from '../Operation';

/** Refuses: no log lines are kept. */
export const getWorkflowLogById: Operation<'getWorkflowLogById'> =
  ({ service, callerOf }) =>
  async req => {
    const { instanceId } = req.params;
    await service.getInstance(instanceId, await callerOf(req));
    throw new NotImplementedError(
      `Log lines are not kept; read the event log at /v2/instances/${instanceId}/history`,
    );
  };
