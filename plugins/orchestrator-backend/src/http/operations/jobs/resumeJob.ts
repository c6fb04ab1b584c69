import type { Operation } from '../../Operation';
import { presentJob } from '../../present/presentJob';

/** Lets a job go on. */
export const resumeJob: Operation<'resumeJob'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const { jobId } = req.params;
    const order = { jobId, verb: 'resume' } as const;
    res.json(presentJob(await jobs.change(order, await callerOf(req))));
  };
