import type { Operation } from '../../Operation';
import { answerEdit } from './answerEdit';

/** Removes a task. */
export const removeNode: Operation<'removeNode'> =
  context => async (req, res) => {
    const edit = { kind: 'remove', pointer: req.params.nodeId } as const;
    await answerEdit(context, req, res, edit);
  };
