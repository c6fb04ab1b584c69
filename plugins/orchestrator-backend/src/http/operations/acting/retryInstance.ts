import type { Operation } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';
import { readAuthTokens } from '../../requests/readAuthTokens';
import { readJson } from '../../requests/readJson';

/** Retries a failed instance. */
export const retryInstance: Operation<'retryInstance'> =
  ({ orders, callerOf }) =>
  async (req, res) => {
    const { reason, from, version, input, authTokens } = req.body ?? {};
    const act = {
      verb: 'retry',
      instanceId: req.params.instanceId,
      reason,
      request: {
        from,
        version,
        authTokens: readAuthTokens(authTokens),
        ...(input !== undefined && { input: readJson(input) }),
      },
      idempotencyKey: req.get('Idempotency-Key'),
    } as const;
    const instance = await orders.act(act, await callerOf(req));
    res.status(202).json(presentInstanceSummary(instance));
  };
