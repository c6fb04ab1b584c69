import type { Operation } from '../../Operation';
import { readAuthTokens } from '../../requests/readAuthTokens';
import { readJson } from '../../requests/readJson';
import { actOnInstance } from './actOnInstance';

/** Retries a failed instance. */
export const retryInstance: Operation<'retryInstance'> =
  context => async (req, res) => {
    const { from, version, input, authTokens } = req.body ?? {};
    const request = {
      from,
      version,
      authTokens: readAuthTokens(authTokens),
      ...(input !== undefined && { input: readJson(input) }),
    };
    const terms = { verb: 'retry', request } as const;
    res.status(202).json(await actOnInstance(context, req, terms));
  };
