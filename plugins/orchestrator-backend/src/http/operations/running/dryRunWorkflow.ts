import type { Operation } from '../../Operation';
import { presentCalls } from '../../present/presentCalls';
import { readJson } from '../../requests/readJson';
import { readMocks } from '../../requests/readMocks';

/** Runs a workflow without effects. */
export const dryRunWorkflow: Operation<'dryRunWorkflow'> =
  ({ trials, callerOf }) =>
  async (req, res) => {
    const { inputData = {}, mocks } = req.body;
    const { state, calls, virtualMs, isEndless } = await trials.dryRun(
      {
        workflowId: req.params.workflowId,
        input: readJson(inputData),
        mocks: readMocks(mocks),
      },
      await callerOf(req),
    );
    const { status, because, output, error, tasks } = state;
    res.json({
      status,
      because: isEndless ? 'ended because it would not have ended' : because,
      output: output && 'value' in output ? output.value : undefined,
      error,
      virtualMs,
      tasks,
      calls: presentCalls(calls),
    });
  };
