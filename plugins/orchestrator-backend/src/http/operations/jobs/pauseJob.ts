import type { Operation } from '../../Operation';
import { presentJob } from '../../present/presentJob';

/** Lets a job ask no further instance. */
export const pauseJob: Operation<'pauseJob'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const { jobId } = req.params;
    const order = { jobId, verb: 'pause' } as const;
    res.json(presentJob(await jobs.change(order, await callerOf(req))));
  };
