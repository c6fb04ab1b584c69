import type { Operation } from '../../Operation';
import { readTask } from '../../requests/readTask';
import { answerEdit } from './answerEdit';

/** Changes a task. */
export const updateNode: Operation<'updateNode'> =
  context => async (req, res) => {
    const edit = {
      kind: 'change',
      pointer: req.params.nodeId,
      ...readTask(req.body),
    } as const;
    await answerEdit(context, req, res, edit);
  };
