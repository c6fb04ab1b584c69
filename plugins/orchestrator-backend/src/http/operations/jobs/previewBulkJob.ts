import type { Operation } from '../../Operation';
import { presentInstanceSummary } from '../../present/presentInstanceSummary';
import { readBulkRequest } from '../../requests/readBulkRequest';

/** Tells what a job would act on. */
export const previewBulkJob: Operation<'previewBulkJob'> =
  ({ jobs, callerOf }) =>
  async (req, res) => {
    const { action, filter } = readBulkRequest(req.body);
    const { sample, ...figures } = await jobs.preview(
      { action, filter },
      await callerOf(req),
    );
    res.json({ ...figures, sample: sample.map(presentInstanceSummary) });
  };
