import type { Operation } from '../Operation';
import { presentProcessInstanceDetails } from '../present/presentProcessInstance';

/** Tells an instance with its nodes. */
export const getInstanceById: Operation<'getInstanceById'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const caller = await callerOf(req);
    const details = await service.getInstanceDetails(instanceId, caller);
    res.json(presentProcessInstanceDetails(details));
  };
