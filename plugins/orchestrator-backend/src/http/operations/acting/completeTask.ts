import type { Operation } from '../../Operation';
import { readJson } from '../../requests/readJson';
import { decideTask } from './decideTask';

/** Completes a task by hand. */
export const completeTask: Operation<'completeTask'> =
  context => async (req, res) => {
    const output = readJson(req.body.output);
    const action = { kind: 'complete', output } as const;
    res.status(202).json(await decideTask(context, req, action));
  };
