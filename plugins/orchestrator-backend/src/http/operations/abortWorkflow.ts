import type { Operation } from '../Operation';

/** Cancels an instance. */
export const abortWorkflow: Operation<'abortWorkflow'> =
  ({ orders, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    await orders.act(
      { verb: 'cancel', instanceId, force: false },
      await callerOf(req),
    );
    res.type('text/plain').send(`Instance ${instanceId} is being cancelled`);
  };
