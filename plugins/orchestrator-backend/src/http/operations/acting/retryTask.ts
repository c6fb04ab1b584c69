import type { Operation } from '../../Operation';
import { decideTask } from './decideTask';

/** Runs a task again. */
export const retryTask: Operation<'retryTask'> =
  context => async (req, res) => {
    const action = { kind: 'retry' } as const;
    res.status(202).json(await decideTask(context, req, action));
  };
