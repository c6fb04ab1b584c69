import type { Operation } from '../../Operation';

const DEFAULT_LIMIT = 100;

/** Lists the task runs of an instance. */
export const listTaskRuns: Operation<'listTaskRuns'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId } = req.params;
    const { status, limit = DEFAULT_LIMIT, offset = 0 } = req.query;
    const caller = await callerOf(req);
    const { state } = await instances.getDetails(instanceId, caller);
    const matching = status
      ? state.tasks.filter(task => status.includes(task.status))
      : state.tasks;
    const from = Number(offset);
    res.json({
      items: matching.slice(from, from + Number(limit)),
      total: matching.length,
    });
  };
