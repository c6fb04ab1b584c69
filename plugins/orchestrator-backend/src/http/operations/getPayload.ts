import type { Operation } from '../Operation';

/** Tells a value that was too large for its event. */
export const getPayload: Operation<'getPayload'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { instanceId, ref } = req.params;
    const caller = await callerOf(req);
    const text = await service.readPayload({ instanceId, ref }, caller);
    res.type('application/json').send(text);
  };
