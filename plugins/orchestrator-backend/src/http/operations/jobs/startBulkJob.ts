import type { Operation } from '../../Operation';
import { presentJob } from '../../present/presentJob';
import { readBulkRequest } from '../../requests/readBulkRequest';

/** Does the same with many instances. */
export const startBulkJob: Operation<'startBulkJob'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const request = readBulkRequest(req.body, req.get('Idempotency-Key'));
    const job = await jobs.start(request, await callerOf(req));
    res.location(`${req.baseUrl}/v2/jobs/${job.id}`);
    res.status(202).json(presentJob(job));
  };
