import type { Operation } from '../../Operation';
import { readTask } from '../../requests/readTask';
import { answerEdit } from './answerEdit';

/** Adds a task. */
export const addNode: Operation<'addNode'> = context => async (req, res) => {
  const edit = {
    kind: 'add',
    container: '/do',
    ...readTask(req.body),
  } as const;
  await answerEdit(context, req, res, edit);
};
