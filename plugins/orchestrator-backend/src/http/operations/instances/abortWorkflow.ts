import type { Operation } from '../../Operation';

/** Cancels an instance. */
export const abortWorkflow: Operation<'abortWorkflow'> =
  ({ orders, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const idempotencyKey = req.get('Idempotency-Key');
    await orders.act(
      { verb: 'cancel', instanceId, force: false, idempotencyKey },
      await callerOf(req),
    );
    res.type('text/plain').send(`Instance ${instanceId} is being cancelled`);
  };
