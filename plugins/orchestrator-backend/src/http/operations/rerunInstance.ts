import type { Operation } from '../Operation';
import { readJson } from '../readJson';

/** Runs the same again. */
export const rerunInstance: Operation<'rerunInstance'> =
  ({ service, callerOf }) =>
  async (req, res) => {
    const { inputData } = req.body ?? {};
    const request = {
      instanceId: req.params.instanceId,
      ...(inputData && { input: readJson(inputData) }),
      idempotencyKey: req.get('Idempotency-Key'),
    };
    const id = await service.rerun(request, await callerOf(req));
    res.location(`${req.baseUrl}/v2/instances/${id}`);
    res.status(201).json({ id });
  };
