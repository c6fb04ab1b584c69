import type { Operation } from '../../Operation';
import { actOnInstance } from './actOnInstance';

/** Resumes a suspended instance. */
export const resumeInstance: Operation<'resumeInstance'> =
  context => async (req, res) => {
    res.status(202).json(await actOnInstance(context, req, { verb: 'resume' }));
  };
