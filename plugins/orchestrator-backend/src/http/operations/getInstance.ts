import type { Operation } from '../Operation';

/** Tells the state of an instance. */
export const getInstance: Operation<'getInstance'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const caller = await callerOf(req);
    const { state } = await service.getInstanceDetails(instanceId, caller);
    res.json(state);
  };
