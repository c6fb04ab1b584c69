import type { Operation } from '../Operation';

/** Cancels an instance. */
export const abortWorkflow: Operation<'abortWorkflow'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    await service.cancel(instanceId, await callerOf(req));
    res.type('text/plain').send(`Instance ${instanceId} is being cancelled`);
  };
