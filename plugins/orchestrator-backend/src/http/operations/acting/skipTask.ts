import type { Operation } from '../../Operation';
import { decideTask } from './decideTask';

/** Leaves a task out. */
export const skipTask: Operation<'skipTask'> = context => async (req, res) => {
  const action = { kind: 'skip' } as const;
  res.status(202).json(await decideTask(context, req, action));
};
