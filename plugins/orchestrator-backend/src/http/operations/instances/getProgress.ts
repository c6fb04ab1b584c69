import type { Operation } from '../../Operation';
import { presentProgress } from '../../present/presentProgress';

/** Tells how far an instance is. */
export const getProgress: Operation<'getProgress'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const caller = await callerOf(req);
    res.json(presentProgress(await instances.getProgress(instanceId, caller)));
  };
