import type { Operation } from '../../Operation';
import { presentCalls } from '../../present/presentCalls';
import { readJson } from '../../requests/readJson';
import { readMocks } from '../../requests/readMocks';

/** Runs one task alone. */
export const executeTask: Operation<'executeTask'> =
  ({ trials, callerOf }) =>
  async (req, res) => {
    const { taskRef, mocks, sessionId: session } = req.body;
    const input = readJson(req.body.input ?? {});
    const { sessionId, report, durationMs } = await trials.executeTask(
      {
        workflowId: req.params.workflowId,
        taskRef,
        input,
        mocks: readMocks(mocks),
        sessionId: session,
      },
      await callerOf(req),
    );
    const { status, output, error } = report.state;
    res.json({
      sessionId,
      taskRef,
      status,
      input,
      output: output && 'value' in output ? output.value : undefined,
      error,
      durationMs,
      calls: presentCalls(report.calls),
    });
  };
