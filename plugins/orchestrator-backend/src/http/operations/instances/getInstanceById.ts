import type { Operation } from '../../Operation';
import { presentProcessInstanceDetails } from '../../present/presentProcessInstance';

/** Tells an instance with its nodes. */
export const getInstanceById: Operation<'getInstanceById'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const caller = await callerOf(req);
    const details = await instances.getDetails(instanceId, caller);
    res.json(presentProcessInstanceDetails(details));
  };
