import type { Operation } from '../../Operation';
import { decideTask } from './decideTask';

/** Said when the caller says nothing. */
const failedByHand = {
  type: 'https://serverlessworkflow.io/spec/1.0.0/errors/runtime',
  status: 500,
  title: 'Failed by hand',
};

/** Lets a task fail. */
export const failTask: Operation<'failTask'> = context => async (req, res) => {
  const { error = failedByHand } = req.body ?? {};
  const action = { kind: 'fail', error } as const;
  res.status(202).json(await decideTask(context, req, action));
};
