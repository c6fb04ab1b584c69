import { shownTasks } from '../../../service/instances/shownTasks';
import type { Operation } from '../../Operation';
import { presentCalls } from '../../present/presentCalls';
import { readJson } from '../../requests/readJson';
import { readMocks } from '../../requests/readMocks';

/** How many calls one answer has: the first ones. */
const MAX_CALLS = 1_000;

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
    const { status, because, output, error } = state;
    const tasks = shownTasks(state.tasks);
    const tasksLeftOut = state.tasks.length - tasks.length;
    const callsLeftOut = calls.length - MAX_CALLS;
    res.json({
      status,
      because: isEndless ? 'ended because it would not have ended' : because,
      output: output && 'value' in output ? output.value : undefined,
      error,
      virtualMs,
      tasks,
      ...(tasksLeftOut > 0 && { tasksLeftOut }),
      calls: presentCalls(calls.slice(0, MAX_CALLS)),
      ...(callsLeftOut > 0 && { callsLeftOut }),
    });
  };
