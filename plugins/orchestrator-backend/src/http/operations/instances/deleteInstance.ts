import type { Operation } from '../../Operation';

/** Deletes an instance that has ended. */
export const deleteInstance: Operation<'deleteInstance'> =
  ({ orders, callerOf }) =>
  async (req, res) => {
    await orders.delete(req.params.instanceId, await callerOf(req));
    res.status(204).end();
  };
