import type { Operation } from '../../Operation';

/** Tells what this server is and can. */
export const getServerInfo: Operation<'getServerInfo'> =
  ({ info, callerOf }) =>
  async (req, res) => {
    await callerOf(req);
    res.json(info);
  };
