import type { Operation } from '../../Operation';
import { answerEdit } from './answerEdit';

/** Moves a task. */
export const moveNode: Operation<'moveNode'> = context => async (req, res) => {
  const edit = {
    kind: 'move',
    pointer: req.params.nodeId,
    ...req.body,
  } as const;
  await answerEdit(context, req, res, edit);
};
