import type { Operation } from '../Operation';

/** Deletes an instance that has ended. */
export const deleteInstance: Operation<'deleteInstance'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    await service.deleteInstance(req.params.instanceId, await callerOf(req));
    res.status(204).end();
  };
