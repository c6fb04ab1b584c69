import type { Operation } from '../../Operation';

/** Runs a trigger's workflow once. */
export const testTrigger: Operation<'testTrigger'> =
  ({ orders, triggers, callerOf }) =>
  async (req, res) => {
    const caller = await callerOf(req);
    const trigger = await triggers.get(req.params.triggerId, caller);
    const id = await orders.execute(
      {
        workflowId: trigger.workflowId,
        triggerId: trigger.id,
        input: {},
        idempotencyKey: req.get('Idempotency-Key'),
      },
      caller,
    );
    res.location(`${req.baseUrl}/v2/instances/${id}`);
    res.status(201).json({ id });
  };
