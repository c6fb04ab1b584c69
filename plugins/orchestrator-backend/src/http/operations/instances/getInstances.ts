import type { Operation } from '../../Operation';
import { searchInstances } from './searchInstances';

/** Lists instances of all workflows. */
export const getInstances: Operation<'getInstances'> =
  context => async (req, res) => {
    const caller = await context.callerOf(req);
    res.json(await searchInstances(context, caller, req.body ?? {}));
  };
