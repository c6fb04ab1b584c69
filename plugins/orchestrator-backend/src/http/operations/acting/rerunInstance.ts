import type { Operation } from '../../Operation';
import { readAuthTokens } from '../../requests/readAuthTokens';
import { readJson } from '../../requests/readJson';

/** Runs the same again. */
export const rerunInstance: Operation<'rerunInstance'> =
  ({ orders, callerOf }) =>
  async (req, res) => {
    const { inputData, authTokens } = req.body ?? {};
    const request = {
      instanceId: req.params.instanceId,
      ...(inputData && { input: readJson(inputData) }),
      authTokens: readAuthTokens(authTokens),
      idempotencyKey: req.get('Idempotency-Key'),
    };
    const id = await orders.rerun(request, await callerOf(req));
    res.location(`${req.baseUrl}/v2/instances/${id}`);
    res.status(201).json({ id });
  };
