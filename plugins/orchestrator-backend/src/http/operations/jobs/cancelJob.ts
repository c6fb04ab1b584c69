import type { Operation } from '../../Operation';
import { presentJob } from '../../present/presentJob';

/** Ends a job; what it has not asked is left alone. */
export const cancelJob: Operation<'cancelJob'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const { jobId } = req.params;
    const order = { jobId, verb: 'cancel' } as const;
    res.json(presentJob(await jobs.change(order, await callerOf(req))));
  };
