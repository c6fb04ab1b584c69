import { taskNotFound } from '../../../service/notFound';
import type { Operation } from '../../Operation';

/** How many attempts one answer has: the last ones. */
const MAX_ATTEMPTS = 100;

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
    const all = state.tasks.filter(
      ({ ref, iteration }) => ref === run.ref && iteration === run.iteration,
    );
    const attempts = all.slice(-MAX_ATTEMPTS);
    const attemptsLeftOut = all.length - attempts.length;
    res.json({
      run,
      attempts,
      ...(attemptsLeftOut > 0 && { attemptsLeftOut }),
    });
  };
