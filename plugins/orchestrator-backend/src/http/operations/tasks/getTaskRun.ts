import { taskNotFound } from '../../../service/notFound';
import type { Operation } from '../../Operation';

/** Tells a task run with its attempts. */
export const getTaskRun: Operation<'getTaskRun'> =
  ({ instances, callerOf }) =>
  async (req, res) => {
    const { instanceId, taskRef } = req.params;
    const caller = await callerOf(req);
    const { state } = await instances.getDetails(instanceId, caller);
    const run =
      state.tasks.find(({ key, ref }) => key === taskRef && key !== ref) ??
      state.tasks.findLast(({ ref }) => ref === taskRef);
    if (!run) throw taskNotFound(instanceId, taskRef);
    const attempts = state.tasks.filter(
      ({ ref, iteration }) => ref === run.ref && iteration === run.iteration,
    );
    res.json({ run, attempts });
  };
